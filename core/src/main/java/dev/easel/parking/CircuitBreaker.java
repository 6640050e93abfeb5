package dev.easel.parking;

import dev.easel.event.Bus;
import dev.easel.event.Event;
import dev.easel.failure.FailureClass;
import dev.easel.generation.Generation;
import dev.easel.judging.Finding;
import dev.easel.judging.Verdict;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;

/// Parks a workflow whose generations end for the same cause too often in a row, and wakes it when a
/// canary passes.
///
/// Whoever tells of an end tells it here, too, and may do so twice: it counts once.
public final class CircuitBreaker {

    /// Of as many that end at the same moment, one wins each time.
    private static final int TRIES_MAX = 50;

    private static final String CANARY = "canary";

    private final Parking parking;
    private final Bus bus;
    private final int enough;

    /// @param enough so many in a row park a workflow; 0: none ever does
    public CircuitBreaker(Parking parking, Bus bus, int enough) {
        this.parking = parking;
        this.bus = bus;
        this.enough = enough;
    }

    /// A generation ended without a picture. Of a canary that says nothing new.
    public void failed(Generation generation, FailureClass kind, Instant now) {
        if (!generation.canary()) {
            count(generation, Sign.of(kind), now);
        }
    }

    /// The first verdict on a generation was given.
    public void judged(
            Generation generation, Verdict verdict, List<Finding> findings, Instant now) {
        var sign = Sign.of(verdict, findings);
        if (!generation.canary()) {
            count(generation, sign, now);
        } else if (sign instanceof Sign.Good) {
            wake(generation);
        }
    }

    private void count(Generation generation, Sign sign, Instant now) {
        if (enough < 1 || sign instanceof Sign.Neither) {
            return;
        }
        var streak = counted(generation, sign);
        var cause = streak.cause();
        if (cause != null && streak.reaches(enough)) {
            park(
                    new Parked.ByItself(
                            generation.order().workflow(), cause, now, generation.id(), null));
        }
    }

    private Streak counted(Generation generation, Sign sign) {
        var workflow = generation.order().workflow();
        for (int i = 0; i < TRIES_MAX; i++) {
            var known = parking.streak(workflow);
            var next = known.after(generation.id(), sign, enough);
            if (next.equals(known) || parking.replace(workflow, known, next)) {
                return next;
            }
        }
        throw new IllegalStateException("the streak of " + workflow + " does not keep still");
    }

    /// Written first, told second: of many that end together, one tells. If it stops in between, its
    /// end is told again, and so is this.
    private void park(Parked.ByItself fresh) {
        var parked = parking.park(fresh) ? fresh : parking.all().get(fresh.workflow());
        if (parked instanceof Parked.ByItself own && own.last().equals(fresh.last())) {
            bus.publish(parked(own));
        }
    }

    /// Told first, written second: only this canary can wake it, and if it stops in between it tells
    /// again.
    private void wake(Generation canary) {
        var workflow = canary.order().workflow();
        if (parking.all().get(workflow) instanceof Parked.ByItself own
                && canary.id().equals(own.canary())) {
            bus.publish(woken(own, CANARY));
            parking.wake(workflow, canary.id());
        }
    }

    /// The event that says that a workflow was parked.
    public static Event parked(Parked parked) {
        return event("workflow.parked", parked, parked.by());
    }

    /// The event that says that what was parked so is awake.
    ///
    /// @param by who woke it: `hand` or `canary`
    public static Event woken(Parked parked, String by) {
        return event("workflow.woken", parked, by);
    }

    private static Event event(String type, Parked parked, String by) {
        var detail = new HashMap<String, String>();
        detail.put("workflow", parked.workflow());
        detail.put("by", by);
        detail.put("since", parked.since().toString());
        if (parked instanceof Parked.ByItself own) {
            detail.put("cause", own.cause());
        }
        return new Event(type, detail);
    }
}
