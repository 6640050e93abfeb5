package dev.easel.aws;

import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.guard.Caller;
import dev.easel.guard.Limits;
import dev.easel.guard.RunLimits;
import dev.easel.quota.Quota;
import dev.easel.quota.Standing;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// The limits as the guards' table has counted them.
public final class DynamoLimits implements Limits {

    private static final Duration BUSY_FOR = Duration.ofSeconds(1);

    private final GuardsReader guards;
    private final AddressRegister runs;
    private final DayCounter days;
    private final AddressRegister uploads;
    private final InstantSource clock;

    public DynamoLimits(
            DynamoDbClient dynamo,
            String guards,
            RunLimits runs,
            Quota uploads,
            InstantSource clock) {
        this.guards = new GuardsReader(dynamo, guards);
        this.runs = AddressRegister.ofRuns(runs.perAddress(), runs.skew());
        this.days = new DayCounter(runs.perDay());
        this.uploads = AddressRegister.ofUploads(uploads, runs.skew());
        this.clock = clock;
    }

    @Override
    public List<Standing> of(Caller caller) {
        var now = clock.instant();
        var keys = List.of(runs.key(caller), days.key(now), uploads.key(caller));
        var found =
                guards.read(keys)
                        .orElseThrow(() -> new FailureException(new Failure.Busy(BUSY_FOR)));
        return List.of(
                runs.standing(found.at(keys.get(0)), now),
                days.standing(found.at(keys.get(1)), now),
                uploads.standing(found.at(keys.get(2)), now));
    }
}
