package dev.easel.simulator.job;

import dev.easel.simulator.journal.Journal;
import dev.easel.simulator.script.Pace;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.script.Scenarios;
import dev.easel.simulator.web.Downloads;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/// What all providers of one simulator share. Pictures are made on its benches: so many at a time
/// as it has, whatever the demand.
///
/// @param uri where the simulator is, without a slash at the end
public record Shop(
        URI uri,
        Outputs outputs,
        Downloads downloads,
        Journal journal,
        Scenarios scenarios,
        Chance chance,
        Pace pace,
        Executor threads,
        Semaphore benches,
        long seed) {

    /// How long a job of these words is to take at a provider.
    ///
    /// @param real what such a job takes at the real one
    public Duration time(String provider, String prompt, Duration real) {
        return scenarios.time(provider, prompt).orElseGet(() -> pace.run(real, chance.random()));
    }

    /// A URL of what a job made, signed at this moment, for as long as `life`; where it is to have
    /// expired, it has.
    public URI url(Job job, Outputs.Kept kept, Instant signed, Duration life) {
        return job.scenario == Scenario.EXPIRED_OUTPUT
                ? outputs.url(uri, kept, signed.minusSeconds(3600), Duration.ofSeconds(1))
                : outputs.url(uri, kept, signed, life);
    }
}
