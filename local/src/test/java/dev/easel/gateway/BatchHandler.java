package dev.easel.gateway;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Remembers what it saw. A message `fail` is reported as failed; a batch with `throw` in it
/// throws.
public final class BatchHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    public static final List<String> SEEN = new CopyOnWriteArrayList<>();

    public BatchHandler(Map<String, String> env) {
        System.out.println(
                "{\"message\":\"built for " + env.get("AWS_LAMBDA_FUNCTION_NAME") + "\"}");
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        var failures = new ArrayList<SQSBatchResponse.BatchItemFailure>();
        if (event.getRecords() == null) {
            SEEN.add("no records");
            return new SQSBatchResponse(failures);
        }
        for (var message : event.getRecords()) {
            SEEN.add(message.getBody());
            if (message.getBody().equals("throw")) {
                throw new IllegalStateException("as asked");
            }
            if (message.getBody().equals("fail")) {
                failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }
}
