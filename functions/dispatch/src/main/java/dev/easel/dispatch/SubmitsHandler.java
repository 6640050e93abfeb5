package dev.easel.dispatch;

import java.util.Map;

/// Does what [WorkerHandler] does, and makes the calls that are the work: it may run as long as they
/// last.
public final class SubmitsHandler extends StepsHandler {

    /// For Lambda.
    public SubmitsHandler() {
        this(System.getenv());
    }

    /// The composition root.
    public SubmitsHandler(Map<String, String> env) {
        super(env, WorkerSettings.ofSubmits(env));
    }
}
