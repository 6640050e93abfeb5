package dev.easel.reliability;

import java.util.List;
import java.util.Locale;

/// How a provider does, in a word. It says nothing that the numbers beside it do not.
public enum Health {
    HEALTHY,
    /// The change detector is sure that it is worse than it used to be.
    DEGRADED,
    /// Too few calls to say anything.
    TOO_FEW,
    /// Nobody called.
    NO_DATA,
    /// Nobody can call: there is no key for it.
    NOT_CONFIGURED,
    /// Nobody called, because the day's budget was spent.
    OVER_BUDGET;

    private static final long JUDGED_MIN = 6;

    /// As the API spells it.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Of what was counted, and of what the detector saw.
    public static Health of(Tally tally, List<Incident> incidents) {
        if (incidents.stream().anyMatch(incident -> incident.ended() == null)) {
            return DEGRADED;
        }
        if (tally.calls() == 0) {
            return uncalled(tally);
        }
        return tally.judged() < JUDGED_MIN ? TOO_FEW : HEALTHY;
    }

    private static Health uncalled(Tally tally) {
        if (has(tally, Result.Reason.NOT_CONFIGURED)) {
            return NOT_CONFIGURED;
        }
        return has(tally, Result.Reason.OVER_BUDGET) ? OVER_BUDGET : NO_DATA;
    }

    private static boolean has(Tally tally, Result.Reason reason) {
        return tally.results().containsKey(new Result.NotCalled(reason).wire());
    }
}
