package dev.easel.simulator.script;

import java.util.ArrayDeque;
import java.util.Deque;

/// Chooses the scenario of a request: the one it names, else the next of the queue that concerns
/// it, else the switch.
public final class Scenarios {

    /// What a queue may hold.
    public static final int QUEUE_MAX = 1000;

    private final Deque<Scenario> queue = new ArrayDeque<>();
    private Scenario standing = Scenario.NORMAL;
    private boolean keysHonoured;

    public Scenarios(boolean keysHonoured) {
        this.keysHonoured = keysHonoured;
    }

    /// Sets the switch and forgets what was queued.
    public synchronized void stand(Scenario scenario) {
        queue.clear();
        standing = scenario;
    }

    /// Plays a scenario for the next requests that it concerns, and leaves the switch alone.
    public synchronized void queue(Scenario scenario, int times) {
        for (int n = 0; n < times && queue.size() < QUEUE_MAX; n++) {
            queue.add(scenario);
        }
    }

    /// The scenario for a request of this kind; takes it off the queue.
    public synchronized Scenario take(Target kind) {
        for (var waiting = queue.iterator(); waiting.hasNext(); ) {
            var scenario = waiting.next();
            if (scenario.concerns(kind)) {
                waiting.remove();
                return scenario;
            }
        }
        return standing.concerns(kind) ? standing : Scenario.NORMAL;
    }

    public synchronized Scenario standing() {
        return standing;
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
