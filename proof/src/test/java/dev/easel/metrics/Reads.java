package dev.easel.metrics;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// Counts what is read from DynamoDB, whether or not it is used: as the table charges for it.
final class Reads implements ExecutionInterceptor {

    private int hours;
    private int rows;
    private int others;

    /// How many items were read.
    ///
    /// @param hours rollups
    /// @param rows runs
    /// @param others whatever else: incidents, and how far hours are rolled up
    record Count(int hours, int rows, int others) {

        int all() {
            return hours + rows + others;
        }
    }

    /// What was read since the last time.
    synchronized Count take() {
        var count = new Count(hours, rows, others);
        hours = 0;
        rows = 0;
        others = 0;
        return count;
    }

    @Override
    public synchronized void afterExecution(
            Context.AfterExecution context, ExecutionAttributes attributes) {
        switch (context.response()) {
            case QueryResponse response ->
                    add((QueryRequest) context.request(), response.scannedCount());
            case GetItemResponse _ -> others++;
            default -> {}
        }
    }

    /// Runs are read through their index alone, and hours by their time.
    private void add(QueryRequest request, int items) {
        if (request.indexName() != null) {
            rows += items;
        } else if (request.keyConditionExpression().contains("BETWEEN")) {
            hours += items;
        } else {
            others += items;
        }
    }
}
