package dev.easel.parking;

import dev.easel.id.GenerationId;

import java.util.HashMap;
import java.util.Map;

/// Parking in memory, by the rules of the port.
final class MemoryParking implements Parking {

    final Map<String, Parked> parked = new HashMap<>();
    final Map<String, Streak> streaks = new HashMap<>();

    /// So many writes of a streak lose their race.
    int overtaken;

    @Override
    public Map<String, Parked> all() {
        return Map.copyOf(parked);
    }

    @Override
    public boolean park(Parked fresh) {
        return switch (fresh) {
            case Parked.ByHand hand -> {
                parked.put(hand.workflow(), hand);
                yield true;
            }
            case Parked.ByItself own -> parked.putIfAbsent(own.workflow(), own) == null;
        };
    }

    @Override
    public boolean wake(String workflow) {
        streaks.remove(workflow);
        return parked.remove(workflow) != null;
    }

    @Override
    public boolean wake(String workflow, GenerationId canary) {
        return parked.get(workflow) instanceof Parked.ByItself own
                && canary.equals(own.canary())
                && wake(workflow);
    }

    @Override
    public Streak streak(String workflow) {
        return streaks.getOrDefault(workflow, Streak.NONE);
    }

    @Override
    public boolean replace(String workflow, Streak known, Streak next) {
        if (overtaken > 0) {
            overtaken--;
            return false;
        }
        streaks.put(workflow, next);
        return true;
    }
}
