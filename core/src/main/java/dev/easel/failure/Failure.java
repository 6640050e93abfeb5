package dev.easel.failure;

import dev.easel.quota.Standing;

import java.time.Duration;
import java.util.List;

/// Everything that a request can meet on purpose.
///
/// Each record holds the facts and nothing else; [Problem] decides how a caller hears of them. What
/// a provider does wrong is no [Failure]: that is a [ProviderFailure], and it is read in the
/// generation.
public sealed interface Failure {

    /// Fields that are wrong, all of them at once.
    record InvalidRequest(List<Violation> violations) implements Failure {
        public InvalidRequest {
            violations = List.copyOf(violations);
        }

        /// One wrong field.
        public static InvalidRequest of(String pointer, String reason) {
            return new InvalidRequest(List.of(new Violation(pointer, reason)));
        }
    }

    /// A field of the contract that nothing stands behind yet.
    record NotAvailableYet(String pointer) implements Failure {}

    /// The body has more bytes than any route takes.
    record BodyTooLarge(long bytesMax) implements Failure {}

    /// There is no such thing. The words name the kind of thing, never whether somebody else has
    /// one.
    record NotFound(String what) implements Failure {}

    /// The workflow is shown, but not open.
    record ComingSoon(String notice) implements Failure {}

    /// The workflow rests for now.
    record Parked(String notice) implements Failure {}

    /// The route leads to a model that the allowlist does not hold.
    record ModelNotAllowed(String model) implements Failure {}

    /// The Idempotency-Key was used for another request.
    record KeyReused() implements Failure {}

    /// It has come to its end, as the status says, and stays as it is.
    record AlreadyEnded(String status) implements Failure {}

    /// There is no output to judge, as the status says.
    record NothingToJudge(String status) implements Failure {}

    /// It has no verdict that gives a reason to try again.
    record NothingToCorrect() implements Failure {}

    /// It has as many of these as it may have.
    record Exhausted(String what, int most) implements Failure {}

    /// It could not be found out in time whether the request may come in, or what it would meet, so
    /// nothing was done.
    record Busy(Duration retryAfter) implements Failure {}

    /// A limit is used up; nothing was counted.
    sealed interface Limited extends Failure {

        /// The limit that takes longest to wait for.
        Standing full();

        /// Where the caller stands with every limit of the route; empty when it could not be read.
        List<Standing> standings();
    }

    /// This address did it as often as an address may.
    record RateLimited(Standing full, List<Standing> standings) implements Limited {
        public RateLimited {
            standings = List.copyOf(standings);
        }
    }

    /// All callers together did it as often as a day allows.
    record DayFull(Standing full, List<Standing> standings) implements Limited {
        public DayFull {
            standings = List.copyOf(standings);
        }
    }

    /// The bytes that arrived are no picture that Easel takes, and why.
    record PictureRefused(String reason) implements Failure {}

    /// The host of an address is not one that pictures are served from.
    record HostNotAllowed() implements Failure {}

    /// A picture of another host has more bytes, or more pixels, than are served.
    record ImageTooLarge(String limit) implements Failure {}

    /// What another host sent is no picture that is served.
    record NotAnImage() implements Failure {}

    /// A picture of another host did not come. Why is nobody's business but the operator's: who
    /// learns it could map a network with it.
    record ImageUnavailable() implements Failure {}

    /// The mask would make the job meaningless, and why.
    record MaskRefused(String code, String reason, double coverage) implements Failure {}
}
