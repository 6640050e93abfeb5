package dev.easel.simulator.job;

import dev.easel.simulator.picture.Extension;
import dev.easel.simulator.picture.Mishap;
import dev.easel.simulator.picture.Painting;
import dev.easel.simulator.picture.Picture;
import dev.easel.simulator.picture.WordEdit;
import dev.easel.simulator.script.Scenario;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/// Where pictures are painted from words, and photos changed by words.
final class Studio {

    private final Shop shop;

    Studio(Shop shop) {
        this.shop = shop;
    }

    /// Starts the work; its result waits until the job's time has come. The time within it means
    /// nothing.
    CompletableFuture<Outcome> start(String id, Order order, Scenario scenario) {
        return switch (scenario) {
            case FAILED, FAILED_UNKNOWN, MODERATED -> done(new Outcome.Failed(Instant.EPOCH));
            case CANCELED -> done(new Outcome.Canceled(Instant.EPOCH));
            case EMPTY_OUTPUT -> done(new Outcome.Made(Instant.EPOCH, List.of()));
            default ->
                    CompletableFuture.supplyAsync(
                            () -> outcome(id, order, scenario), shop.threads());
        };
    }

    private static CompletableFuture<Outcome> done(Outcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }

    private Outcome outcome(String id, Order order, Scenario scenario) {
        shop.benches().acquireUninterruptibly();
        try {
            return new Outcome.Made(Instant.EPOCH, kept(id, order, scenario));
        } catch (IOException e) {
            return new Outcome.Unreadable(
                    Instant.EPOCH,
                    Objects.requireNonNullElse(e.getMessage(), "a picture cannot be read"));
        } finally {
            shop.benches().release();
        }
    }

    private List<Outputs.Kept> kept(String id, Order order, Scenario scenario) throws IOException {
        var photos = new ArrayList<Picture>();
        for (var source : order.sources()) {
            photos.add(source.picture(shop.downloads()));
        }
        var kept = new ArrayList<Outputs.Kept>();
        for (int variant = 0; variant < order.count(); variant++) {
            var picture = spoilt(made(order, photos, variant), photos, scenario);
            kept.add(keep(id + "-" + variant, picture, order.jpeg(), scenario));
        }
        return kept;
    }

    private Picture made(Order order, List<Picture> photos, int variant) {
        var size = order.frame().size(photos);
        if (photos.isEmpty()) {
            return Painting.of(order.prompt(), size, variant);
        }
        var rest = photos.subList(1, photos.size());
        var edited = WordEdit.of(photos.getFirst(), rest, order.prompt());
        var random = new Random(shop.seed() ^ order.prompt().hashCode() ^ variant);
        return Extension.to(edited, size.width() / (double) size.height(), random)
                .scaledTo(size.width(), size.height());
    }

    private static Picture spoilt(Picture good, List<Picture> photos, Scenario scenario) {
        return switch (scenario) {
            case UNCHANGED -> photos.isEmpty() ? good : photos.getFirst();
            case BLANK -> Mishap.blank(good);
            case CHANGED_OUTSIDE -> Mishap.smeared(good);
            case WRONG_SIZE -> Mishap.squeezed(good);
            default -> good;
        };
    }

    private Outputs.Kept keep(String name, Picture picture, boolean jpeg, Scenario scenario)
            throws IOException {
        // Whatever was asked: the bytes are JPEG, and are said to be PNG.
        boolean swapped = scenario == Scenario.JPEG_FOR_PNG;
        boolean named = jpeg && !swapped;
        var type =
                scenario == Scenario.OCTET_STREAM
                        ? "application/octet-stream"
                        : named ? "image/jpeg" : "image/png";
        var kept =
                new Outputs.Kept(
                        name + (named ? ".jpg" : ".png"), type, picture.width(), picture.height());
        var bytes = jpeg || swapped ? picture.jpeg() : picture.png();
        shop.outputs()
                .keep(
                        kept,
                        scenario == Scenario.TRUNCATED
                                ? Arrays.copyOf(bytes, bytes.length / 2)
                                : bytes);
        return kept;
    }
}
