package dev.easel.aws;

import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.guard.Caller;
import dev.easel.guard.UploadLimit;
import dev.easel.quota.Quota;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

import java.time.Duration;
import java.time.InstantSource;

/// The upload requests of each address, counted in DynamoDB: one conditional update each.
///
/// When the answer to an update is lost, the SDK repeats it, and a request may count twice: never
/// too few.
public final class DynamoUploadLimit implements UploadLimit {

    private static final Duration BUSY_FOR = Duration.ofSeconds(1);

    private final DynamoDbClient dynamo;
    private final String guards;
    private final AddressRegister addresses;
    private final InstantSource clock;

    /// @param skew how much longer than the quota's window a request counts
    public DynamoUploadLimit(
            DynamoDbClient dynamo, String guards, Quota quota, Duration skew, InstantSource clock) {
        this.dynamo = dynamo;
        this.guards = guards;
        this.addresses = AddressRegister.ofUploads(quota, skew);
        this.clock = clock;
    }

    @Override
    public Answer count(Caller caller) {
        var now = clock.instant();
        try {
            var moved =
                    dynamo.updateItem(request ->
                            request.tableName(guards)
                                    .key(addresses.key(caller))
                                    .updateExpression(addresses.update(1))
                                    .conditionExpression(addresses.condition(1))
                                    .expressionAttributeNames(Guards.NAMES)
                                    .expressionAttributeValues(addresses.values(now, 1))
                                    .returnValues(ReturnValue.ALL_NEW)
                                    .returnValuesOnConditionCheckFailure(
                                            ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return new Answer.Counted(addresses.standing(moved.attributes(), now));
        } catch (ConditionalCheckFailedException e) {
            return new Answer.Refused(addresses.standing(e.item(), now));
        } catch (SdkException e) {
            Retries.why(e);
            throw new FailureException(new Failure.Busy(BUSY_FOR));
        }
    }
}
