package dev.easel.generation;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.routing.Candidate;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Whom to ask next, given who was asked and what came of it.
///
/// Each contract of a candidate is tried once, where the request itself was refused; then the next
/// candidate, where nothing can have been billed; and the last one is asked again where the trouble may
/// pass. It follows from the attempts alone, so whoever takes the next step comes to the same answer.
///
/// @param candidates the route, in its order
/// @param contracts those of a candidate
public record Itinerary(List<Candidate> candidates, Function<Candidate, List<String>> contracts) {

    public Itinerary {
        candidates = List.copyOf(candidates);
    }

    /// Whom to ask.
    public sealed interface Leg {
        Candidate candidate();
    }

    /// Under the contract that is preferred by then.
    public record Fresh(Candidate candidate) implements Leg {}

    /// Under this one, because it refused what was sent under another.
    public record OtherContract(Candidate candidate, String contract) implements Leg {}

    /// Once more as before, for the time of this number, counted from 0.
    public record Again(Candidate candidate, String contract, int number) implements Leg {}

    /// Empty when nobody is left to ask.
    public Optional<Leg> next(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return candidates.stream().findFirst().map(Fresh::new);
        }
        var last = attempts.getLast();
        var failure = last.failure();
        if (failure == null) {
            return Optional.empty();
        }
        if (failure.kind() == FailureClass.CONTRACT_DRIFT && failure.billed() == Billed.NO) {
            var other = otherContract(attempts);
            if (other.isPresent()) {
                return Optional.of(new OtherContract(last.tried().candidate(), other.get()));
            }
        }
        if (failure.mayMoveOn()) {
            var unasked = unasked(attempts);
            if (unasked != null) {
                return Optional.of(new Fresh(unasked));
            }
        }
        return failure.mayRetry()
                ? Optional.of(
                        new Again(
                                last.tried().candidate(),
                                last.tried().contract(),
                                inARow(attempts) - 1))
                : Optional.empty();
    }

    /// A contract of the candidate that was asked last under which it was not asked yet.
    public Optional<String> otherContract(List<Attempt> attempts) {
        var candidate = attempts.getLast().tried().candidate();
        var tried =
                attempts.stream()
                        .map(Attempt::tried)
                        .filter(one -> one.candidate().equals(candidate))
                        .map(one -> one.contract())
                        .toList();
        return contracts.apply(candidate).stream()
                .filter(contract -> !tried.contains(contract))
                .findFirst();
    }

    private @Nullable Candidate unasked(List<Attempt> attempts) {
        var asked = attempts.stream().map(attempt -> attempt.tried().candidate()).toList();
        return candidates.stream()
                .filter(candidate -> !asked.contains(candidate))
                .findFirst()
                .orElse(null);
    }

    /// The attempts of the try that is under way: those since an output was held back.
    public static List<Attempt> tries(Generation generation) {
        var attempts = generation.attempts();
        boolean begins = generation.state() instanceof State.Queued;
        int from = 0;
        for (int i = 0; i < attempts.size(); i++) {
            if (attempts.get(i).hasSucceeded() && (begins || i < attempts.size() - 1)) {
                from = i + 1;
            }
        }
        return attempts.subList(from, attempts.size());
    }

    /// How often the last one was asked, one time after the other, for reasons that may pass.
    private static int inARow(List<Attempt> attempts) {
        var last = attempts.getLast().tried();
        int count = 0;
        for (var attempt : attempts.reversed()) {
            var failure = attempt.failure();
            if (!attempt.tried().equals(last) || failure == null || !failure.mayRetry()) {
                break;
            }
            count++;
        }
        return count;
    }
}
