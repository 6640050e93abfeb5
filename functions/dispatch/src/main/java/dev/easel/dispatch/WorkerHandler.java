package dev.easel.dispatch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

import dev.easel.door.QueueDoor;
import dev.easel.generation.Step;

import java.util.Map;

/// Walks generations through their steps, one message at a time. Calls that are the work it hands on
/// to [SubmitsHandler].
public final class WorkerHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final QueueDoor<Step> door;

    /// For Lambda.
    public WorkerHandler() {
        this(System.getenv());
    }

    /// The composition root.
    public WorkerHandler(Map<String, String> env) {
        door = WorkerDoor.open(env, WorkerSettings.ofWorker(env));
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return door.handle(event);
    }
}
