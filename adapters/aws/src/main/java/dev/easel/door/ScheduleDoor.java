package dev.easel.door;

import java.time.Instant;
import java.util.function.Function;

/// The door for schedules: does the work under the id of the invocation.
///
/// What went wrong is logged here, redacted, and told to Lambda without a word of it: the runtime
/// prints whatever it catches as it is.
public final class ScheduleDoor<R> {

    private final Log log;
    private final Function<Instant, R> flow;

    public ScheduleDoor(Log log, Function<Instant, R> flow) {
        this.log = log;
        this.flow = flow;
    }

    /// Does the work of one tick.
    ///
    /// @param request the id of this invocation
    /// @param scheduled when the tick was to be, which is not quite now
    public R handle(String request, Instant scheduled) {
        return Correlation.under(request, () -> handle(scheduled));
    }

    private R handle(Instant scheduled) {
        try {
            return flow.apply(scheduled);
        } catch (RuntimeException e) {
            log.error("tick failed", new Fact.Mishap(), e);
            throw new IllegalStateException("failed; the reason is in the log");
        }
    }
}
