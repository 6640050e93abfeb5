package dev.easel.web;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.util.concurrent.atomic.AtomicBoolean;

/// Leaves tests out where there is no browser, unless it is required; and says how to get one.
final class NeedsChromium implements ExecutionCondition {

    private static final String HOW =
            "No Chromium was found, so the Studio was not tried in a browser: apt-get install"
                    + " chromium-headless-shell, or name one with -Deasel.chromium=PATH.";

    private static final AtomicBoolean TOLD = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.path().isPresent()) {
            return ConditionEvaluationResult.enabled("There is a Chromium.");
        }
        if ("required".equals(System.getProperty("easel.browser"))) {
            throw new IllegalStateException(HOW);
        }
        // Surefire keeps the reasons in its reports; a person looks at the console.
        if (!TOLD.getAndSet(true)) {
            System.out.println("[WARNING] " + HOW);
        }
        return ConditionEvaluationResult.disabled(HOW);
    }
}
