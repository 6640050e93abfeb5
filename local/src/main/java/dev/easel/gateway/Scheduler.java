package dev.easel.gateway;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Fires schedules at their times. A laptop that slept fires each schedule once when it wakes, for
/// the newest time that it missed: a hundred sweeps in one second would help nobody.
public final class Scheduler implements AutoCloseable {

    private static final Duration NAP_MAX = Duration.ofSeconds(1);

    private final Clock clock;
    private final Executor executor;
    private final List<Job> jobs = new ArrayList<>();
    private @Nullable Thread ticker;

    /// Every firing runs in `executor`.
    public Scheduler(Clock clock, Executor executor) {
        this.clock = clock;
        this.executor = executor;
    }

    /// `action` is given the scheduled time, which is not quite the time of the call.
    public void add(Cadence cadence, Consumer<Instant> action) {
        synchronized (jobs) {
            jobs.add(new Job(cadence, action, cadence.next(clock.instant())));
        }
    }

    /// Fires what is due by now.
    public void tick() {
        synchronized (jobs) {
            var now = clock.instant();
            jobs.forEach(job -> job.fire(now, executor));
        }
    }

    public void start() {
        ticker = Thread.ofVirtual().name("scheduler").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(nap());
                tick();
            }
        } catch (InterruptedException _) {
            // Closed.
        }
    }

    /// Until the next time, but never long: the clock of a laptop jumps when it wakes.
    private Duration nap() {
        synchronized (jobs) {
            var now = clock.instant();
            return jobs.stream()
                    .map(job -> Duration.between(now, job.due))
                    .filter(wait -> wait.compareTo(NAP_MAX) < 0)
                    .min(Duration::compareTo)
                    .orElse(NAP_MAX);
        }
    }

    @Override
    public void close() {
        var thread = ticker;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private static final class Job {
        private final Cadence cadence;
        private final Consumer<Instant> action;
        private Instant due;

        Job(Cadence cadence, Consumer<Instant> action, Instant due) {
            this.cadence = cadence;
            this.action = action;
            this.due = due;
        }

        void fire(Instant now, Executor executor) {
            if (due.isAfter(now)) {
                return;
            }
            var newest = due;
            for (var next = cadence.next(newest); !next.isAfter(now); next = cadence.next(next)) {
                newest = next;
            }
            var scheduled = newest;
            due = cadence.next(newest);
            executor.execute(() -> action.accept(scheduled));
        }
    }
}
