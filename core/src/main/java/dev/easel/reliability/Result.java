package dev.easel.reliability;

import dev.easel.failure.FailureClass;
import dev.easel.judging.Verdict;

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

    /// The panel came to a verdict, or to the end of its time.
    record Judged(Verdict verdict) implements Result {}

    /// A judge answered, or did not.
    record Found(dev.easel.judging.Result found) implements Result {}

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
            case Judged(var verdict) -> verdict.wire();
            case Found(var found) -> found.wire();
        };
    }

    static Optional<Result> of(String wire) {
        return Stream.<Stream<? extends Result>>of(
                        Stream.of(new Success()),
                        Arrays.stream(FailureClass.values()).map(Failed::new),
                        Arrays.stream(Reason.values()).map(NotCalled::new),
                        Arrays.stream(Verdict.values()).map(Judged::new),
                        Arrays.stream(dev.easel.judging.Result.values()).map(Found::new))
                .flatMap(results -> results)
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
            case NotCalled _, Judged _, Found _ -> Blame.NOT_COUNTED;
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

    /// Whether the time it took says how long such a thing takes. That of what failed says when somebody
    /// gave up; an evaluation that ran out of time counts, or the budget would look better the more often
    /// it is too short.
    default boolean timed() {
        return switch (this) {
            case Success(), Judged _ -> true;
            case Found(var found) -> found != dev.easel.judging.Result.ABSTAIN;
            case Failed _, NotCalled _ -> false;
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
