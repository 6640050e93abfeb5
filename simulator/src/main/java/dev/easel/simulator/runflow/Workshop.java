package dev.easel.simulator.runflow;

import dev.easel.simulator.job.Outputs;
import dev.easel.simulator.job.Shop;
import dev.easel.simulator.picture.Mishap;
import dev.easel.simulator.picture.Picture;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Downloads;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/// Where the pictures of the runs are made.
final class Workshop {

    private final Downloads downloads;
    private final Outputs outputs;
    private final Executor threads;
    private final long seed;
    private final Semaphore benches;

    Workshop(Shop shop) {
        this.downloads = shop.downloads();
        this.outputs = shop.outputs();
        this.threads = shop.threads();
        this.seed = shop.seed();
        this.benches = shop.benches();
    }

    /// Starts the work of a run; its result waits until the run's time has come. The time within it
    /// means nothing.
    CompletableFuture<Ending> start(String id, Run.Order order, Scenario scenario) {
        return switch (scenario) {
            case FAILED ->
                    failed(
                            "INPUT_VALIDATION_FAILED",
                            "Image dimensions exceed the maximum of 4096x4096",
                            "preprocess");
            case FAILED_UNKNOWN -> failed("E_7731", "The worker went away", "execute_v2");
            case MODERATED ->
                    failed(
                            "CONTENT_POLICY_VIOLATION",
                            "The request was rejected by the safety system",
                            "dispatch");
            case CANCELED -> CompletableFuture.completedFuture(new Ending.Canceled(Instant.EPOCH));
            default -> CompletableFuture.supplyAsync(() -> ending(id, order, scenario), threads);
        };
    }

    private Ending ending(String id, Run.Order order, Scenario scenario) {
        benches.acquireUninterruptibly();
        try {
            var kept =
                    scenario == Scenario.EMPTY_OUTPUT
                            ? List.<Outputs.Kept>of()
                            : make(id, order, scenario);
            var status = scenario == Scenario.PARTIAL ? "partial_succeeded" : "succeeded";
            var cost = order.model().cost(order.input()).toPlainString();
            return new Ending.Done(Instant.EPOCH, status, kept, cost);
        } catch (IOException e) {
            var message = Objects.requireNonNullElse(e.getMessage(), "an input cannot be read");
            return new Ending.Failed(
                    Instant.EPOCH, "INPUT_VALIDATION_FAILED", message, "preprocess");
        } catch (RuntimeException e) {
            return new Ending.Failed(Instant.EPOCH, "INTERNAL_ERROR", e.toString(), "execute");
        } finally {
            benches.release();
        }
    }

    private List<Outputs.Kept> make(String id, Run.Order order, Scenario scenario)
            throws IOException {
        var inputs = new Inputs(order.input(), downloads, seed);
        var kept = new ArrayList<Outputs.Kept>();
        for (var picture : spoilt(order.model().work().make(inputs), inputs, scenario)) {
            kept.add(keep(id + "-" + kept.size(), picture, inputs, scenario));
        }
        return kept;
    }

    private static List<Picture> spoilt(List<Picture> good, Inputs inputs, Scenario scenario)
            throws IOException {
        return switch (scenario) {
            case UNCHANGED -> inputs.hasPhoto() ? List.of(inputs.photo()) : good;
            case BLANK -> good.stream().map(Mishap::blank).toList();
            case CHANGED_OUTSIDE -> good.stream().map(Mishap::smeared).toList();
            case WRONG_SIZE -> good.stream().map(Mishap::squeezed).toList();
            default -> good;
        };
    }

    private Outputs.Kept keep(String name, Picture picture, Inputs inputs, Scenario scenario)
            throws IOException {
        var asked = inputs.text("output_format", "png").toLowerCase(Locale.ROOT);
        boolean jpeg = asked.startsWith("jp");
        var type =
                scenario == Scenario.OCTET_STREAM
                        ? "application/octet-stream"
                        : jpeg ? "image/jpeg" : "image/png";
        var kept =
                new Outputs.Kept(
                        name + (jpeg ? ".jpg" : ".png"), type, picture.width(), picture.height());
        var bytes = jpeg || scenario == Scenario.JPEG_FOR_PNG ? picture.jpeg() : picture.png();
        outputs.keep(
                kept,
                scenario == Scenario.TRUNCATED ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
        return kept;
    }

    private static CompletableFuture<Ending> failed(String code, String message, String stage) {
        return CompletableFuture.completedFuture(
                new Ending.Failed(Instant.EPOCH, code, message, stage));
    }
}
