package dev.easel.aws;

import dev.easel.reliability.Budget;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/// The benchmark's budget in DynamoDB: one counter for each day.
public final class DynamoBudget implements Budget {

    private static final Duration LIFE = Duration.ofDays(2);

    private final Allowance allowance;

    /// @param table holds the guards
    public DynamoBudget(DynamoDbClient dynamo, String table, long microDollarsPerDay) {
        this.allowance = new Allowance(dynamo, table, microDollarsPerDay);
    }

    @Override
    public boolean spend(long microDollars, Instant now) {
        var day = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return allowance.take("BENCHMARK#" + day, microDollars, now.plus(LIFE));
    }
}
