package dev.easel.dispatch;

import dev.easel.judging.Asking;
import dev.easel.judging.Evaluator;
import dev.easel.judging.Finding;
import dev.easel.judging.Judge;
import dev.easel.judging.Opinion;
import dev.easel.judging.Question;
import dev.easel.judging.Result;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A judge in simulated time who looks for a while, and passes what it sees.
final class Patient implements Evaluator {

    private static final String SINCE = "seen at ";

    Duration takes = Duration.ofSeconds(6);
    int asked;

    private final Clock clock;

    Patient(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Judge judge() {
        return Judge.SENTINEL;
    }

    @Override
    public Asking ask(Question question) {
        asked++;
        return new Asking.Taken(SINCE + clock.instant().toEpochMilli());
    }

    @Override
    public Opinion hear(String ticket) {
        var since = Instant.ofEpochMilli(Long.parseLong(ticket.substring(SINCE.length())));
        return clock.instant().isBefore(since.plus(takes))
                ? new Opinion.Pending()
                : new Opinion.Given(
                        new Finding(
                                Judge.SENTINEL, Result.PASS, null, "Fine.", List.of(), Map.of()));
    }
}
