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
    private int single;

    /// @param hours items of the rollups' table
    /// @param rows items of the runs' table
    /// @param single items that were asked for by their key
    record Count(int hours, int rows, int single) {}

    /// What was read since the last time.
    synchronized Count take() {
        var count = new Count(hours, rows, single);
        hours = 0;
        rows = 0;
        single = 0;
        return count;
    }

    @Override
    public synchronized void afterExecution(
            Context.AfterExecution context, ExecutionAttributes attributes) {
        switch (context.response()) {
            case QueryResponse response -> {
                // The runs are read through their index alone.
                if (((QueryRequest) context.request()).indexName() == null) {
                    hours += response.scannedCount();
                } else {
                    rows += response.scannedCount();
                }
            }
            case GetItemResponse _ -> single++;
            default -> {}
        }
    }
}
