package dev.easel.failure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What kind of thing went wrong at a provider. The title and what to do about it are for people;
/// neither names a model or a company.
public enum FailureClass {
    CONNECT("The service could not be reached", "Nothing was made. Try again.", true),
    TIMEOUT("It took too long", "Try again; if it keeps happening, pick a smaller size.", true),
    RATE_LIMITED("The service is busy", "Try again in a minute.", true),
    QUOTA("The account behind this has no credit left", "The operator has to top it up.", false),
    AUTH("The service did not accept our key", "The operator has to check the key.", false),
    INVALID_REQUEST(
            "The service could not work with this request",
            "Try another photo, mask or wording.",
            false),
    CONTRACT_DRIFT(
            "The service changed how it wants to be asked",
            "The operator has been told. Try again later.",
            false),
    CONTENT_POLICY("The service declined to make this", "Change the words or the photo.", false),
    OVERLOADED("The service is overloaded", "Try again in a few minutes.", true),
    UPSTREAM_5XX("The service failed", "Try again.", true),
    EMPTY_OUTPUT(
            "The service finished without a picture", "Try again, or word it differently.", true),
    OUTPUT_FETCH_FAILED("The finished picture could not be collected", "Try again.", true),
    BAD_OUTPUT("What came back is not a usable picture", "Try again.", true),
    SUBSTITUTED_MODEL(
            "Another model than the one asked for answered",
            "The operator has been told. Try again later.",
            false),
    UNKNOWN_OUTCOME(
            "Nobody can tell whether this was made",
            "It may have been paid for. Ask the operator before you repeat it.",
            false),
    CANCELLED("It was cancelled", "Start it again if you still want it.", true),
    LOST("It was lost on the way", "Try again.", true),
    UNCLASSIFIED(
            "Something went wrong that we do not know yet",
            "Try again; the operator has been told.",
            true);

    private final String title;
    private final String detail;
    private final boolean retryable;

    FailureClass(String title, String detail, boolean retryable) {
        this.title = title;
        this.detail = detail;
        this.retryable = retryable;
    }

    /// As the API, the tables and the logs spell it.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FailureClass> of(String wire) {
        return Arrays.stream(values()).filter(value -> value.wire().equals(wire)).findFirst();
    }

    public String title() {
        return title;
    }

    /// What a person can do about it.
    public String detail() {
        return detail;
    }

    /// Whether it may pass within a minute.
    boolean passing() {
        return switch (this) {
            case CONNECT, RATE_LIMITED, OVERLOADED, UPSTREAM_5XX -> true;
            case TIMEOUT,
                    QUOTA,
                    AUTH,
                    INVALID_REQUEST,
                    CONTRACT_DRIFT,
                    CONTENT_POLICY,
                    EMPTY_OUTPUT,
                    OUTPUT_FETCH_FAILED,
                    BAD_OUTPUT,
                    SUBSTITUTED_MODEL,
                    UNKNOWN_OUTCOME,
                    CANCELLED,
                    LOST,
                    UNCLASSIFIED ->
                    false;
        };
    }

    /// Whether another provider may do better with the same order. Not where the order itself was
    /// declined: nobody shops around for a laxer one.
    boolean movesOn() {
        return switch (this) {
            case CONNECT,
                    TIMEOUT,
                    RATE_LIMITED,
                    QUOTA,
                    AUTH,
                    INVALID_REQUEST,
                    CONTRACT_DRIFT,
                    OVERLOADED,
                    UPSTREAM_5XX,
                    LOST,
                    UNCLASSIFIED ->
                    true;
            case CONTENT_POLICY,
                    EMPTY_OUTPUT,
                    OUTPUT_FETCH_FAILED,
                    BAD_OUTPUT,
                    SUBSTITUTED_MODEL,
                    UNKNOWN_OUTCOME,
                    CANCELLED ->
                    false;
        };
    }

    /// Whether it says something about the order, or about who ordered, and nothing about how the
    /// service does.
    public boolean isCallers() {
        return switch (this) {
            case INVALID_REQUEST, CONTENT_POLICY, CANCELLED -> true;
            case CONNECT,
                    TIMEOUT,
                    RATE_LIMITED,
                    QUOTA,
                    AUTH,
                    CONTRACT_DRIFT,
                    OVERLOADED,
                    UPSTREAM_5XX,
                    EMPTY_OUTPUT,
                    OUTPUT_FETCH_FAILED,
                    BAD_OUTPUT,
                    SUBSTITUTED_MODEL,
                    UNKNOWN_OUTCOME,
                    LOST,
                    UNCLASSIFIED ->
                    false;
        };
    }

    /// Whether the same request may work when a person repeats it.
    public boolean retryable() {
        return retryable;
    }
}
