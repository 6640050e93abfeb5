package dev.easel.seed;

import dev.easel.reliability.Prices;
import dev.easel.routing.Candidate;
import dev.easel.routing.TierTable;
import dev.easel.simulator.script.Temper;
import dev.easel.workflow.Tier;

import java.util.List;
import java.util.Set;

/// A provider in a made-up past.
///
/// @param candidate what the benchmark asks it for
/// @param contract under which it is asked
/// @param temper the one that its simulator has: so past and present are alike
record Actor(Candidate candidate, String contract, Temper temper) {

    /// Those whose call is the work: nobody knows of one that was cut off whether it was done.
    private static final Set<String> AT_ONCE = Set.of("google", "together");

    /// Whom the benchmark would ask.
    static final List<Actor> ALL =
            TierTable.STANDARD.route("create", Tier.ONE_K).orElseThrow().candidates().stream()
                    .map(candidate ->
                            new Actor(
                                    candidate,
                                    contract(candidate.provider()),
                                    Temper.of(candidate.provider()).orElseThrow()))
                    .toList();

    private static String contract(String provider) {
        return Set.of("runflow", "together").contains(provider) ? "2026-10" : "2026-08";
    }

    String provider() {
        return candidate.provider();
    }

    boolean worksAtOnce() {
        return AT_ONCE.contains(provider());
    }

    long price() {
        return Prices.microDollars(candidate).orElseThrow();
    }
}
