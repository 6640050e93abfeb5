package dev.easel.simulator.job;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Json;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Where one provider takes jobs on, has them made, and bills those that end in pictures.
public final class Desk {

    private static final Duration GLANCE = Duration.ofMillis(10);

    private final Shelf<Job> shelf = new Shelf<>();
    private final Shop shop;
    private final Studio studio;
    private final String provider;
    private final Duration real;

    /// `real` is how long a job takes at the real provider.
    public Desk(Shop shop, String provider, Duration real) {
        this.shop = shop;
        this.studio = new Studio(shop);
        this.provider = provider;
        this.real = real;
    }

    /// Takes a job on, which is written down before anything is done.
    public Job take(String id, Order order, Scenario scenario) throws IOException {
        return take(id, order, scenario, real);
    }

    /// As above, of a model that takes another time.
    public Job take(String id, Order order, Scenario scenario, Duration itsReal)
            throws IOException {
        var now = now();
        shop.journal().write(entry("submit", now, id, order));
        var job =
                new Job(
                        id,
                        order,
                        scenario,
                        timeline(now, scenario, shop.time(provider, order.prompt(), itsReal)),
                        studio.start(id, order, scenario));
        var forgotten = shelf.put(id, job);
        if (forgotten.isPresent()
                && forgotten.get().outcome().orElse(null) instanceof Outcome.Made made) {
            shop.outputs().forget(made.pictures());
        }
        return job;
    }

    private static Timeline timeline(Instant now, Scenario scenario, Duration whole) {
        return switch (scenario) {
            case STUCK -> Timeline.stuck(now);
            case SLOW -> Timeline.of(now, whole.multipliedBy(10));
            default -> Timeline.of(now, whole);
        };
    }

    /// Waits for the end of a job, but no longer than `patience`, and answers it as it is then.
    ///
    /// A clock that a test moves by hand may stand still: what was waited for in real time counts.
    public Optional<Outcome> hold(Job job, Duration patience) {
        var end = job.timeline.end();
        var whole = end == null ? null : Duration.between(job.timeline.created(), end);
        var waited = Duration.ZERO;
        settle();
        while (job.outcome().isEmpty() && waited.compareTo(patience) < 0 && pause()) {
            waited = waited.plus(GLANCE);
            if (whole != null && waited.compareTo(whole) >= 0) {
                job.waitedFor();
            }
            settle();
        }
        return job.outcome();
    }

    private static boolean pause() {
        try {
            Thread.sleep(GLANCE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// A job as it is now. One that is lost is found by nobody.
    public Optional<Job> find(String id) {
        settle();
        return shelf.find(id).filter(job -> !job.isLost());
    }

    public void cancel(Job job) {
        job.cancel(now());
    }

    public boolean isIdle() {
        return shelf.newestFirst().stream().allMatch(job -> job.work.isDone());
    }

    /// Ends what is due, and bills it before anybody can read that it ended well.
    public synchronized void settle() {
        var now = now();
        for (var job : shelf.newestFirst()) {
            if (job.outcome().isEmpty() && job.settle(now).orElse(null) instanceof Outcome.Made) {
                shop.journal()
                        .write(entry("run", now, job.id, job.order).put("cost", job.order.cost()));
            }
        }
    }

    public Instant now() {
        return shop.chance().clock().instant();
    }

    private ObjectNode entry(String kind, Instant now, String id, Order order) {
        return Json.object()
                .put("time", Json.time(now))
                .put("kind", kind)
                .put("provider", provider)
                .put("id", id)
                .put("model", order.model())
                .put("client_ref", order.reference());
    }
}
