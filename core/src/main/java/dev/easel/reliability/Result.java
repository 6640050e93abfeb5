package dev.easel.reliability;

import dev.easel.failure.FailureClass;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What came of a sample, in one word of a closed list: `success`, a [FailureClass], or why there was
/// no call at all.
public sealed interface Result {

    /// A picture came, and the pixels bear out that it is one.
    record Success() implements Result {}

    /// Something went wrong, at the provider or on our way to it.
    record Failed(FailureClass kind) implements Result {}

    /// Nobody called.
    record NotCalled(Reason reason) implements Result {}

    /// Why nobody called.
    enum Reason {
        /// The day's budget of the benchmark is spent.
        OVER_BUDGET,
        /// There is no key for it.
        NOT_CONFIGURED
    }

    /// As the API and the tables spell it.
    default String wire() {
        return switch (this) {
            case Success() -> "success";
            case Failed(var kind) -> kind.wire();
            case NotCalled(var reason) -> reason.name().toLowerCase(Locale.ROOT);
        };
    }

    static Optional<Result> of(String wire) {
        return Stream.concat(
                        Stream.of(new Success()),
                        Stream.concat(
                                Arrays.stream(FailureClass.values()).map(Failed::new),
                                Arrays.stream(Reason.values()).map(NotCalled::new)))
                .map(Result.class::cast)
                .filter(result -> result.wire().equals(wire))
                .findFirst();
    }

    /// Whether the provider has to answer for it. Not where the order, the caller, our account or our
    /// own crash is to blame; and not for turning us away at a rate, or over what we asked for: those
    /// are shown, each as its own class.
    default Blame blame() {
        return switch (this) {
            case Success() -> Blame.NOBODY;
            case NotCalled _ -> Blame.NOT_COUNTED;
            case Failed(var kind) ->
                    switch (kind) {
                        case CONNECT,
                                TIMEOUT,
                                CONTRACT_DRIFT,
                                OVERLOADED,
                                UPSTREAM_5XX,
                                EMPTY_OUTPUT,
                                OUTPUT_FETCH_FAILED,
                                BAD_OUTPUT,
                                SUBSTITUTED_MODEL,
                                UNKNOWN_OUTCOME,
                                UNCLASSIFIED ->
                                Blame.PROVIDER;
                        case RATE_LIMITED,
                                QUOTA,
                                AUTH,
                                INVALID_REQUEST,
                                CONTENT_POLICY,
                                CANCELLED,
                                LOST ->
                                Blame.OTHERS;
                    };
        };
    }

    /// Who answers for a result.
    enum Blame {
        /// There is nothing to answer for.
        NOBODY,
        PROVIDER,
        /// It failed, but says nothing about how reliable the provider is.
        OTHERS,
        /// It was no call.
        NOT_COUNTED
    }
}
