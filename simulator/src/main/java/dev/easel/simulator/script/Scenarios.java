package dev.easel.simulator.script;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Chooses the scenario of a request: the one it names, else the next of the queue that concerns
/// it, else the switch of its provider, else the switch of all.
public final class Scenarios {

    /// What a queue may hold.
    public static final int QUEUE_MAX = 1000;

    /// One that waits, for one provider or for whoever knows it first.
    private record Waiting(Scenario scenario, @Nullable String provider) {
        boolean isFor(Repertoire repertoire, Target kind) {
            return (provider == null || provider.equals(repertoire.provider()))
                    && repertoire.knows(scenario)
                    && scenario.concerns(kind);
        }
    }

    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final Map<String, Scenario> own = new TreeMap<>();
    private final Everyday everyday;
    private Scenario standing = Scenario.NORMAL;
    private boolean keysHonoured;

    public Scenarios(Everyday everyday, boolean keysHonoured) {
        this.everyday = everyday;
        this.keysHonoured = keysHonoured;
    }

    /// Sets the switch of all, and forgets what was queued or set for one of them.
    public synchronized void stand(Scenario scenario) {
        queue.clear();
        own.clear();
        standing = scenario;
    }

    /// Sets the switch of one provider, and forgets what was queued for it.
    public synchronized void stand(Scenario scenario, String provider) {
        queue.removeIf(waiting -> provider.equals(waiting.provider()));
        own.put(provider, scenario);
    }

    /// Plays a scenario for the next requests that it concerns, and leaves the switch alone.
    /// Without a provider it is for whoever knows it.
    public synchronized void queue(Scenario scenario, int times, @Nullable String provider) {
        for (int n = 0; n < times && queue.size() < QUEUE_MAX; n++) {
            queue.add(new Waiting(scenario, provider));
        }
    }

    /// The scenario for a request of this kind; takes it off the queue.
    ///
    /// @param body of the request, as it came
    public synchronized Scenario take(Repertoire repertoire, Target kind, String body) {
        for (var waiting = queue.iterator(); waiting.hasNext(); ) {
            var next = waiting.next();
            if (next.isFor(repertoire, kind)) {
                waiting.remove();
                return next.scenario();
            }
        }
        var stands = standing(repertoire);
        if (!stands.concerns(kind)) {
            return Scenario.NORMAL;
        }
        return stands == Scenario.EVERYDAY
                ? everyday.scenario(repertoire.provider(), body)
                : stands;
    }

    /// How long a job of these words takes, whatever the pace; empty where the pace says so.
    public synchronized Optional<Duration> time(String provider, String prompt) {
        return own.getOrDefault(provider, standing) == Scenario.EVERYDAY
                ? everyday.time(provider, prompt)
                : Optional.empty();
    }

    public synchronized Scenario standing() {
        return standing;
    }

    /// What stands for one provider: normal, if what stands for all is nothing it could play.
    public synchronized Scenario standing(Repertoire repertoire) {
        var stands = own.getOrDefault(repertoire.provider(), standing);
        return repertoire.knows(stands) ? stands : Scenario.NORMAL;
    }

    /// The providers that have a switch of their own.
    public synchronized Map<String, Scenario> own() {
        return Map.copyOf(own);
    }

    /// Whether an idempotency key protects, apart from all scenarios: where it does not, whatever
    /// goes wrong can be paid for twice.
    public synchronized void honourKeys(boolean honoured) {
        keysHonoured = honoured;
    }

    public synchronized boolean honoursKeys() {
        return keysHonoured;
    }

    public synchronized int queued() {
        return queue.size();
    }
}
