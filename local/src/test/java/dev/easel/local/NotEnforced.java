package dev.easel.local;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What an emulator is known not to enforce: there, and only there, those tests are skipped by
/// name.
final class NotEnforced implements ExecutionCondition {

    /// S3_SKIP_SIGNATURE_VALIDATION=1 is its default (localstack/localstack#9538): a presigned URL
    /// lets everything through, for ever.
    private static final String UNSIGNED = "LocalStack does not check what a URL was signed for";

    private static final Map<Elsewhere.Kind, Map<String, String>> TESTS =
            Map.of(
                    Elsewhere.Kind.LOCALSTACK,
                    because(
                            UNSIGNED,
                            "PresignedPutTest.anotherTypeIsRefused",
                            "PresignedPutTest.anotherLengthIsRefused",
                            "PresignedPutTest.otherBytesOfTheSameLengthAreRefused",
                            "PresignedPutTest.aUrlIsGoodUntilItsLastSecondAndDeadAfterIt",
                            "PresignedPutTest.aLinkToAnOutputDiesWithItsTime",
                            "PresignedPutTest.aLinkForReadingCannotBeUsedForWriting"),
                    Elsewhere.Kind.OTHER,
                    Map.of());

    private static Map<String, String> because(String reason, String... tests) {
        var reasons = new HashMap<String, String>();
        List.of(tests).forEach(test -> reasons.put(test, reason));
        return reasons;
    }

    /// The names of all tests that are skipped somewhere.
    static List<String> names() {
        return TESTS.values().stream().flatMap(tests -> tests.keySet().stream()).toList();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Elsewhere.isMissing()) {
            return ConditionEvaluationResult.disabled(Elsewhere.NO_DOCKER);
        }
        var test =
                context.getRequiredTestClass().getSimpleName()
                        + "."
                        + context.getTestMethod().map(method -> method.getName()).orElse("");
        return Elsewhere.wanted()
                .map(Elsewhere::kind)
                .map(kind -> TESTS.getOrDefault(kind, Map.of()).get(test))
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("enforced here"));
    }
}
