package dev.easel.aws;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;

/// What the items of the guards' table have in common: a key of two parts, the second `-` where
/// the first says all, and `exp`, the second from which the table may sweep them. No condition relies
/// on that sweep. What has no `exp` is kept.
final class Guards {

    static final String EXP = "exp";

    /// `exp` is written out nowhere: it may become a word of DynamoDB's own.
    static final Map<String, String> NAMES = Map.of("#exp", EXP);

    private Guards() {}

    static Map<String, AttributeValue> key(String pk) {
        return new RowBuilder().text("pk", pk).text("sk", "-").build();
    }
}
