package dev.easel.seed;

import dev.easel.asset.Assets;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/// A whole past at one go: pictures, rows, and what follows from them.
public final class Seed {

    private final Seeding seeding;
    private final Assets assets;
    private final Clock clock;
    private final Consumer<String> console;

    /// @param console is told how far it is, line by line
    public Seed(Seeding seeding, Assets assets, Clock clock, Consumer<String> console) {
        this.seeding = seeding;
        this.assets = assets;
        this.clock = clock;
        this.console = console;
    }

    /// Makes so many days up to now.
    public void sow(long seed, int days) {
        var now = clock.instant();
        var gallery = PaintedGallery.hang(assets);
        console.accept("pictures  %7d".formatted(gallery.size()));
        var story = new Story(now.atZone(ZoneOffset.UTC).toLocalDate());
        var from = Seeding.begin(now, days);
        var to = Seeding.end(now);
        seeding.plant(new Almanac(seed, story, gallery), from, to);
        seeding.plant(new Bystanders(seed, story), from, to);
        seeding.rollUp(from);
        seeding.review(from);
        var took = Duration.between(now, clock.instant());
        console.accept(
                "done in %d s; all of it is marked as simulated".formatted(took.toSeconds()));
    }
}
