package dev.easel.aws;

import dev.easel.guard.RetryBudget;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The budget of retries in DynamoDB: one counter for each provider and minute.
public final class DynamoRetryBudget implements RetryBudget {

    private static final Duration LIFE = Duration.ofHours(1);

    private final Allowance allowance;

    /// @param table holds the guards
    public DynamoRetryBudget(DynamoDbClient dynamo, String table, long perMinute) {
        this.allowance = new Allowance(dynamo, table, perMinute);
    }

    @Override
    public boolean spend(String provider, Instant now) {
        var minute = now.truncatedTo(ChronoUnit.MINUTES);
        return allowance.take("RETRY#" + provider + "#" + minute, 1, minute.plus(LIFE));
    }
}
