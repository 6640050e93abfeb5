package dev.easel.seed;

import dev.easel.reliability.History;
import dev.easel.reliability.Observation;
import dev.easel.reliability.RolledUp;
import dev.easel.reliability.Rollup;
import dev.easel.reliability.Series;

import java.time.Instant;
import java.util.List;

/// A history in which somebody rolls up from where he likes, beside whoever else does: how far he is
/// concerns nobody.
final class OwnProgress implements History {

    private final History history;
    private RolledUp progress;

    OwnProgress(History history, Instant from) {
        this.history = history;
        this.progress = new RolledUp(from, from);
    }

    @Override
    public List<Observation> observations(Series series, Instant from, Instant to, Instant now) {
        return history.observations(series, from, to, now);
    }

    @Override
    public List<Rollup> rollups(Series series, Instant from, Instant to) {
        return history.rollups(series, from, to);
    }

    @Override
    public void keep(Rollup rollup) {
        history.keep(rollup);
    }

    @Override
    public RolledUp rolledUp(Instant now) {
        return progress;
    }

    @Override
    public void note(RolledUp next) {
        progress = next;
    }
}
