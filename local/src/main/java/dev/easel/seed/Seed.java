package dev.easel.seed;

import dev.easel.asset.Assets;
import dev.easel.aws.DynamoPast;
import dev.easel.reliability.History;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/// A whole past at one go: pictures, rows, and what follows from them.
public final class Seed {

    private final Assets assets;
    private final Seeding seeding;
    private final Clock clock;
    private final Consumer<String> console;

    /// @param console is told how far it is, line by line
    public Seed(
            DynamoPast past,
            History history,
            Assets assets,
            Clock clock,
            Consumer<String> console) {
        this.assets = assets;
        this.seeding = new Seeding(past, history, clock, console);
        this.clock = clock;
        this.console = console;
    }

    /// Makes so many days up to now.
    public void sow(long seed, int days) {
        var now = clock.instant();
        var gallery = PaintedGallery.hang(assets);
        console.accept("pictures  %,7d".formatted(gallery.size()));
        var story = new Story(now.atZone(ZoneOffset.UTC).toLocalDate());
        seeding.seed(new Almanac(seed, story, gallery), Seeding.begin(now, days), Seeding.end(now));
        var took = Duration.between(now, clock.instant());
        console.accept(
                "done in %d s; all of it is marked as simulated".formatted(took.toSeconds()));
    }
}
