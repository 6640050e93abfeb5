package dev.easel.simulator.job;

import dev.easel.simulator.script.Repertoire;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.script.Scenarios;
import dev.easel.simulator.script.Target;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import java.io.IOException;

/// Where a provider's customers are served as the scenario has it: refused, served, or served and
/// never answered.
public final class Counter {

    private final Scenarios scenarios;
    private final Repertoire repertoire;
    private final Refusals refusals;

    public Counter(Scenarios scenarios, Repertoire repertoire, Refusals refusals) {
        this.scenarios = scenarios;
        this.repertoire = repertoire;
        this.refusals = refusals;
    }

    /// What is done for a customer.
    @FunctionalInterface
    public interface Act {
        Reply perform(Scenario scenario) throws IOException;
    }

    /// Serves a request for something to be made.
    public Reply serve(Request request, Act act) throws IOException {
        var scenario =
                request.header("simulate")
                        .flatMap(Scenario::named)
                        .filter(repertoire::knows)
                        .orElseGet(() ->
                                scenarios.take(repertoire, Target.RUN, request.body().text()));
        var refused = refusals.of(scenario);
        return refused.isPresent() ? refused.get() : Delivery.of(scenario, act.perform(scenario));
    }

    /// Nobody is let in, whatever the key.
    public boolean isShut() {
        return scenarios.standing(repertoire) == Scenario.UNAUTHORIZED;
    }
}
