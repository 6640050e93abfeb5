package dev.easel.dispatch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

import dev.easel.door.QueueDoor;
import dev.easel.generation.Step;

import java.util.Map;

/// Does what [WorkerHandler] does, and makes the calls that are the work: it may run as long as they
/// last.
public final class SubmitsHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final QueueDoor<Step> door;

    /// For Lambda.
    public SubmitsHandler() {
        this(System.getenv());
    }

    /// The composition root.
    public SubmitsHandler(Map<String, String> env) {
        door = WorkerDoor.open(env, WorkerSettings.ofSubmits(env));
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return door.handle(event);
    }
}
