package dev.easel.reliability;

import static dev.easel.reliability.Trials.Found.percentile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.reliability.Incident.Aspect;
import dev.easel.reliability.Life.Fault;
import dev.easel.reliability.Life.Nature;
import dev.easel.reliability.Life.Times;
import dev.easel.reliability.Trials.Accused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How often the change detector is wrong and how late it is, on simulated providers of which the truth
/// is known. `docs/degradation.md` holds what the long form wrote.
class DegradationTest {

    private static final double[] FAILING = {0.001, 0.01, 0.03};
    private static final int MONTHS_OF_YEAR = 12;
    private static final int FAULTS = 20;

    @Test
    void aHealthyProviderIsAccusedLessThanOnceAYear() {
        var accused = accused(Detector.STANDARD, MONTHS_OF_YEAR);

        assertThat(accused.all()).isLessThanOrEqualTo(accused.months() / MONTHS_OF_YEAR);
    }

    /// If this one fails, the one above sees nothing.
    @Test
    void oneThatIsSureAtHalfOfItWouldAccuseThemAllTheTime() {
        var standard = Detector.STANDARD;
        var hasty = new Detector(standard.alarm() / 2, standard.relief());

        var accused = accused(hasty, 2);

        assertThat(accused.all()).isGreaterThan(accused.months());
    }

    /// If how much hours differ were no part of what is usual, it would be every other month.
    @Test
    void oneWhoseFailuresComeInPairsIsHardlyAccusedMoreOften() {
        var pairs = new Nature(0.03, Times.NARROW, 0.08, 0.3);

        var accused = new Trials(Detector.STANDARD).healthy(pairs, 3 * MONTHS_OF_YEAR);

        assertThat(accused.ofFailing()).isLessThanOrEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.03})
    void oneThatDiesIsNoticedWithinHalfAnHour(double failing) {
        var found = faulty(Nature.of(failing, Times.NARROW), Fault.failing(1));

        assertThat(found.noticed()).hasSize(FAULTS).allMatch(runs -> runs <= 6);
        assertThat(found.repeated()).isZero();
    }

    @Test
    void oneThatFailsOnceInFiveIsNoticedWithinHours() {
        var found = faulty(Nature.of(0.01, Times.NARROW), Fault.failing(0.2));

        assertThat(found.missed()).isZero();
        assertThat(percentile(found.noticed(), 0.5)).isLessThanOrEqualTo(48);
        assertThat(percentile(found.noticed(), 0.95)).isLessThanOrEqualTo(120);
        assertThat(found.repeated()).isLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"NARROW, 2, 48", "WIDE, 3, 36", "TWO_HUMPS, 2, 36", "NARROW, 3, 12"})
    void oneThatGetsMuchSlowerIsNoticedWithinHours(Times times, double factor, int runs) {
        var found = slow(Nature.of(0.01, times), Fault.slower(factor), FAULTS);

        assertThat(found.missed()).isZero();
        assertThat(percentile(found.noticed(), 0.5)).isLessThanOrEqualTo(runs);
    }

    @Test
    void oneThatLetsMostWaitIsNoticedThoughNobodyWaitsLongerThanBefore() {
        var found = slow(Nature.of(0.01, Times.TWO_HUMPS), Fault.queued(0.6), FAULTS);

        assertThat(found.missed()).isZero();
        assertThat(percentile(found.noticed(), 0.5)).isLessThanOrEqualTo(48);
    }

    private static Accused accused(Detector detector, int months) {
        var all = new Accused(0, 0, 0);
        for (double failing : FAILING) {
            for (var times : Times.values()) {
                all = all.plus(new Trials(detector).healthy(Nature.of(failing, times), months));
            }
        }
        return all;
    }

    private static Trials.Found faulty(Nature nature, Fault fault) {
        return new Trials(Detector.STANDARD).faulty(nature, fault, Aspect.SUCCESS_RATE, FAULTS);
    }

    private static Trials.Found slow(Nature nature, Fault fault, int trials) {
        return new Trials(Detector.STANDARD).faulty(nature, fault, Aspect.LATENCY, trials);
    }

    /// The long form: `-Deasel.proof.months=400` of each kind, and half as many faults.
    @Test
    @EnabledIfSystemProperty(named = "easel.proof.months", matches = "[1-9][0-9]*")
    void theTables() throws IOException {
        int months = Integer.getInteger("easel.proof.months");
        var trials = new Trials(Detector.STANDARD);
        var lines = new ArrayList<String>();
        lines.add("| fails | takes | months | said to fail | said to be slow | a month, 95 % |");
        lines.add("|---|---|---|---|---|---|");
        var total = new Accused(0, 0, 0);
        for (double failing : FAILING) {
            for (var times : Times.values()) {
                var accused = trials.healthy(Nature.of(failing, times), months);
                lines.add(DegradationTable.row(failing, times.name(), accused));
                total = total.plus(accused);
            }
        }
        lines.add(DegradationTable.row("all", "", total));
        lines.add("");
        lines.addAll(DegradationTable.harder(trials, months));
        lines.add("");
        lines.addAll(DegradationTable.faults(trials, months / 2));
        Files.write(Path.of("target", "degradation.md"), List.copyOf(lines));
        assertThat(total.all()).isLessThanOrEqualTo(total.months() / MONTHS_OF_YEAR);
    }
}
