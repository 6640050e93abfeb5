package dev.easel.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.client.Timeline.Tone;

import org.jspecify.annotations.Nullable;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// One generation from its photo to its verdict and its files, told line by line.
public final class GenerationRun {

    private final EaselClient client;
    private final Timeline timeline;
    private final Patience patience;
    private final Path parent;
    private final List<Uploaded> uploads = new ArrayList<>();

    /// Results go into a folder of the generation's own under `parent`.
    public GenerationRun(EaselClient client, Timeline timeline, Patience patience, Path parent) {
        this.client = client;
        this.timeline = timeline;
        this.patience = patience;
        this.parent = parent;
    }

    /// Answers whether the generation came to rest with a verdict, whatever the verdict is, and its
    /// result is on disk.
    public boolean run(GenerationRequest request) throws IOException, InterruptedException {
        var photo = request.photo();
        if (photo != null) {
            timeline.step("photo", photo.described());
        }
        var tier = tier(request, client.catalog());
        var order = order(request, tier);
        var accepted = client.generate(order);
        timeline.step("accepted", accepted.id() + "  " + request.workflow() + " at " + tier);
        var folder = new ResultFolder(parent, accepted.id());
        var last = patience.untilItRests(accepted, client, timeline);
        var judged = new Ending(timeline, patience).tell(last);
        warn(last.warnings());
        var kept = last.hasOutput() && keep(last, photo, folder);
        timeline.step("written", folder.record(last, timeline.steps(), uploads).toString());
        return judged && kept;
    }

    /// The tier to run at, once it is clear that the workflow can run there with what was given.
    private static String tier(GenerationRequest request, List<CatalogEntry> catalog) {
        var workflow =
                catalog.stream()
                        .filter(entry -> entry.id().equals(request.workflow()))
                        .findFirst()
                        .orElseThrow(() -> unknown(request.workflow(), catalog));
        if (workflow.notice() != null) {
            throw ProblemException.forbidden(
                    workflow.label() + (workflow.rests() ? " is resting" : " is coming soon"),
                    workflow.notice());
        }
        var missing = request.missing(workflow);
        if (!missing.isEmpty()) {
            throw new MisuseException(
                    workflow.id() + " also needs " + String.join(" and ", missing) + ".");
        }
        return tier(request, workflow);
    }

    private static MisuseException unknown(String id, List<CatalogEntry> catalog) {
        var known =
                catalog.stream()
                        .map(entry -> String.format("%n  %-18s%s", entry.id(), entry.label()))
                        .collect(Collectors.joining());
        return new MisuseException("There is no workflow " + id + ". There are:" + known);
    }

    /// The one that was asked for, or else the smallest at which the workflow runs.
    private static String tier(GenerationRequest request, CatalogEntry workflow) {
        var wanted = request.tier();
        var tier =
                workflow.tiers().stream()
                        .filter(offer ->
                                wanted == null
                                        ? offer.dispatchable()
                                        : offer.name().equalsIgnoreCase(wanted))
                        .findFirst()
                        .orElseThrow(() -> unknownTier(String.valueOf(wanted), workflow));
        if (!tier.dispatchable()) {
            throw ProblemException.forbidden(
                    workflow.label() + " cannot run at " + tier.name(),
                    tier.why() + " It runs at " + tiers(workflow) + ".");
        }
        return tier.name();
    }

    private static String tiers(CatalogEntry workflow) {
        return workflow.tiers().stream()
                .filter(CatalogEntry.Tier::dispatchable)
                .map(CatalogEntry.Tier::name)
                .collect(Collectors.joining(", "));
    }

    private static MisuseException unknownTier(String tier, CatalogEntry workflow) {
        var known = tiers(workflow);
        return new MisuseException(
                "There is no tier "
                        + tier
                        + " of "
                        + workflow.id()
                        + ". There are: "
                        + known
                        + ".");
    }

    private ObjectNode order(GenerationRequest request, String tier)
            throws IOException, InterruptedException {
        var order =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("workflow", request.workflow())
                        .put("tier", tier);
        var inputs = uploaded(request);
        if (!inputs.isEmpty()) {
            order.set("inputs", inputs);
        }
        if (request.prompt() != null) {
            order.put("prompt", request.prompt());
        }
        if (request.pin() != null) {
            order.putObject("pin").put("x", request.pin().x()).put("y", request.pin().y());
        }
        if (request.aspectRatio() != null) {
            order.put("aspect_ratio", request.aspectRatio());
        }
        return order;
    }

    private ObjectNode uploaded(GenerationRequest request)
            throws IOException, InterruptedException {
        var inputs = JsonNodeFactory.instance.objectNode();
        var told = new ArrayList<String>();
        @Nullable String photo = null;
        if (request.photo() != null) {
            photo = upload("image", request.photo(), null).id();
            inputs.putObject("image").put("upload", photo);
            told.add(photo + " stored");
        }
        if (request.mask() != null) {
            var mask = upload("mask", request.mask(), photo);
            inputs.putObject("mask").put("upload", mask.id());
            told.add(covers(mask));
        }
        for (var reference : request.references()) {
            var id = upload("reference", reference, null).id();
            inputs.withArray("references").addObject().put("upload", id);
            told.add("reference " + id);
        }
        if (!told.isEmpty()) {
            timeline.step("upload", String.join(", ", told));
        }
        uploads.forEach(upload -> warn(upload.warnings()));
        return inputs;
    }

    private Uploaded upload(String kind, PictureFile file, @Nullable String photo)
            throws IOException, InterruptedException {
        var uploaded = client.upload(kind, file.picture(), photo);
        uploads.add(uploaded);
        return uploaded;
    }

    private static String covers(Uploaded mask) {
        return String.format(
                Locale.ROOT, "mask %s covers %.1f %%", mask.id(), mask.maskCoverage() * 100);
    }

    private void warn(List<String> warnings) {
        warnings.forEach(warning -> timeline.detail(Tone.DOUBTFUL, "warning", warning));
    }

    /// Fetches every output and draws the comparison with the first. Answers whether all of them
    /// are pictures.
    private boolean keep(RemoteGeneration last, @Nullable PictureFile photo, ResultFolder folder)
            throws IOException, InterruptedException {
        var hrefs = last.outputs();
        for (var index = 0; index < hrefs.size(); index++) {
            var picture = Picture.of(client.picture(hrefs.get(index)));
            var pixels = picture.flatMap(Picture::pixels);
            if (picture.isEmpty() || pixels.isEmpty()) {
                timeline.step(Tone.BAD, "broken", hrefs.get(index) + " is not a whole picture");
                return false;
            }
            timeline.step("written", folder.result(index, picture.get()).toString());
            if (index == 0) {
                timeline.step(
                        "written", folder.beforeAfter(pixels(photo), pixels.get()).toString());
            }
        }
        return !hrefs.isEmpty();
    }

    private static @Nullable BufferedImage pixels(@Nullable PictureFile photo) {
        return photo == null ? null : photo.picture().pixels().orElse(null);
    }
}
