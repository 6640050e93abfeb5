package dev.easel.door;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;

import java.util.function.Function;

/// The door for schedules: does the work under the id of the invocation.
///
/// What went wrong is logged here, redacted, and told to Lambda without a word of it: the runtime
/// prints whatever it catches as it is.
public final class ScheduleDoor<R> {

    private final Log log;
    private final Function<ScheduledEvent, R> flow;

    public ScheduleDoor(Log log, Function<ScheduledEvent, R> flow) {
        this.log = log;
        this.flow = flow;
    }

    /// Does the work of one tick.
    ///
    /// @param request the id of this invocation
    public R handle(String request, ScheduledEvent event) {
        return Correlation.under(request, () -> handle(event));
    }

    private R handle(ScheduledEvent event) {
        try {
            return flow.apply(event);
        } catch (RuntimeException e) {
            log.error("tick failed", new Fact.Mishap(), e);
            throw new IllegalStateException("failed; the reason is in the log");
        }
    }
}
