package dev.easel.dispatch;

import java.util.Map;

/// Walks generations through their steps, one message at a time. Calls that are the work it hands on
/// to [SubmitsHandler].
public final class WorkerHandler extends StepsHandler {

    /// For Lambda.
    public WorkerHandler() {
        this(System.getenv());
    }

    /// The composition root.
    public WorkerHandler(Map<String, String> env) {
        super(env, WorkerSettings.ofWorker(env));
    }
}
