package dev.easel.reliability;

import dev.easel.failure.Billed;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Judge;
import dev.easel.judging.Seat;
import dev.easel.judging.Verdict;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Set;

/// Tells the statistics how evaluations ended: how long it took from the hand-over to the verdict, and
/// each judge from when it was first asked. No model is named: a judge goes by its seat.
///
/// What judges charge is kept with their answers and is not counted here.
public final class Sittings {

    private final Chronicle chronicle;
    private final Set<Judge> simulators;

    /// @param simulators the judges that are simulators
    public Sittings(Chronicle chronicle, Set<Judge> simulators) {
        this.chronicle = chronicle;
        this.simulators = Set.copyOf(simulators);
    }

    /// The verdict was given at `at`; who answered later was not waited for.
    public void ended(Evaluation evaluation, Verdict verdict, Instant at) {
        var judges = new HashMap<String, Sample>();
        for (var seat : evaluation.seats()) {
            if (seat instanceof Seat.Answered answered && !answered.at().isAfter(at)) {
                judges.put(answered.judge().wire(), judge(answered));
            }
        }
        var panel =
                new Sample(
                        new Result.Judged(verdict),
                        Duration.between(evaluation.startedAt(), at),
                        false,
                        // Not as a whole: its judges are.
                        Billed.NO,
                        0,
                        judges.values().stream().anyMatch(Sample::simulated));
        chronicle.record(Series.PANEL, evaluation.id().value(), Observation.of(at, panel, judges));
    }

    private Sample judge(Seat.Answered seat) {
        return new Sample(
                new Result.Found(seat.finding().result()),
                took(seat),
                false,
                seat.judge().looksAtPixels() ? Billed.NO : Billed.UNKNOWN,
                null,
                simulators.contains(seat.judge()));
    }

    /// Absent where it was never asked.
    private static @Nullable Duration took(Seat.Answered seat) {
        var asked = seat.askedAt();
        return asked == null ? null : Duration.between(asked, seat.at());
    }
}
