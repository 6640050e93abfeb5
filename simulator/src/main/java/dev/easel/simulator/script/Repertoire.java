package dev.easel.simulator.script;

import java.util.EnumSet;
import java.util.Set;

/// What a provider can play: a scenario that it does not know passes it by.
public record Repertoire(String provider, Set<Scenario> scenarios) {

    /// What every provider of jobs and pictures knows.
    private static final Set<Scenario> COMMON =
            EnumSet.of(
                    Scenario.NORMAL,
                    Scenario.EVERYDAY,
                    Scenario.UNCHANGED,
                    Scenario.BLANK,
                    Scenario.CHANGED_OUTSIDE,
                    Scenario.WRONG_SIZE,
                    Scenario.OCTET_STREAM,
                    Scenario.JPEG_FOR_PNG,
                    Scenario.TRUNCATED,
                    Scenario.EMPTY_OUTPUT,
                    Scenario.OTHER_SHAPE,
                    Scenario.FAILED,
                    Scenario.FAILED_UNKNOWN,
                    Scenario.MODERATED,
                    Scenario.STUCK,
                    Scenario.SLOW,
                    Scenario.RATE_LIMITED,
                    Scenario.RATE_LIMITED_SECONDS,
                    Scenario.NO_CREDIT,
                    Scenario.NO_CREDITS,
                    Scenario.UNAVAILABLE,
                    Scenario.ERROR_HTML,
                    Scenario.HTML_OK,
                    Scenario.INVALID,
                    Scenario.UNAUTHORIZED,
                    Scenario.PERMISSION_DENIED,
                    Scenario.HANG,
                    Scenario.RESET,
                    Scenario.RESET_BEFORE,
                    Scenario.BAD_GATEWAY_HTML,
                    Scenario.BAD_JSON,
                    Scenario.DRIP);

    public Repertoire {
        scenarios = Set.copyOf(scenarios);
    }

    /// What everybody knows, and these.
    public static Repertoire common(String provider, Scenario... others) {
        var all = EnumSet.copyOf(COMMON);
        all.addAll(Set.of(others));
        return new Repertoire(provider, all);
    }

    /// Everything but these.
    public static Repertoire allBut(String provider, Scenario... others) {
        var all = EnumSet.allOf(Scenario.class);
        all.removeAll(Set.of(others));
        return new Repertoire(provider, all);
    }

    public boolean knows(Scenario scenario) {
        return scenarios.contains(scenario);
    }
}
