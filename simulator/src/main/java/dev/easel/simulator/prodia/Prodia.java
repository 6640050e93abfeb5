package dev.easel.simulator.prodia;

import static java.util.Objects.requireNonNull;

import dev.easel.simulator.job.Counter;
import dev.easel.simulator.job.Delivery;
import dev.easel.simulator.job.Desk;
import dev.easel.simulator.job.Ids;
import dev.easel.simulator.job.Job;
import dev.easel.simulator.job.Outcome;
import dev.easel.simulator.job.Provider;
import dev.easel.simulator.job.Shop;
import dev.easel.simulator.script.Repertoire;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Body;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// Prodia's routes: `job` waits for the result, `job/async` answers an id.
///
/// Under `job/async/{id}` a path says which part is wanted and of what it is made:
/// `job.state.current`, `job.json`, `output` for the names of the files, `output/{name}` for one of
/// them; the id alone gives all the parts. Of these the first two are documented, the others not
/// verified live.
public final class Prodia implements Provider {

    private static final Duration TIME = Duration.ofSeconds(32);

    private final ProdiaErrors errors = new ProdiaErrors();
    private final Repertoire repertoire =
            Repertoire.common(
                    "prodia",
                    Scenario.EXPIRED_OUTPUT,
                    Scenario.UNKNOWN_STATUS,
                    Scenario.POLL_UNAVAILABLE,
                    Scenario.POLL_HANG,
                    Scenario.RUN_LOST,
                    Scenario.NO_ID);
    private final Shop shop;
    private final Desk desk;
    private final Counter counter;
    private final JobRecord records;

    public Prodia(Shop shop) {
        this.shop = shop;
        desk = new Desk(shop, repertoire.provider(), TIME);
        counter = new Counter(shop.scenarios(), repertoire, errors);
        records = new JobRecord(shop);
    }

    @Override
    public Repertoire repertoire() {
        return repertoire;
    }

    @Override
    public void settle() {
        desk.settle();
    }

    @Override
    public boolean isIdle() {
        return desk.isIdle();
    }

    @Override
    public Reply handle(Request request) throws IOException {
        if (!request.header("authorization").orElse("").matches("Bearer .+") || counter.isShut()) {
            return errors.unauthorized();
        }
        var path = request.segments();
        if (request.method().equals("POST")) {
            return switch (request.path()) {
                case "/v2/job" -> counter.serve(request, scenario -> wait(request, scenario));
                case "/v2/job/async" -> counter.serve(request, scenario -> take(request, scenario));
                default -> ProdiaErrors.notFound();
            };
        }
        boolean read = path.size() >= 4 && request.path().startsWith("/v2/job/async/");
        return read && request.method().equals("GET")
                ? read(path, request)
                : ProdiaErrors.notFound();
    }

    private Reply wait(Request request, Scenario scenario) throws IOException {
        var submission = Submission.of(request);
        if (submission.wrong() != null) {
            return submission.wrong();
        }
        var job = start(submission, scenario);
        var outcome = desk.hold(job, Delivery.HANG);
        return outcome.isEmpty() ? Delivery.silence() : records.result(job, outcome.get(), request);
    }

    private Reply take(Request request, Scenario scenario) throws IOException {
        var submission = Submission.of(request);
        if (submission.wrong() != null) {
            return submission.wrong();
        }
        var job = start(submission, scenario);
        var body = Json.object();
        return Reply.json(200, scenario == Scenario.NO_ID ? body : body.put("id", job.id));
    }

    private Job start(Submission submission, Scenario scenario) throws IOException {
        var id = Ids.timed(desk.now(), shop.chance().random());
        return desk.take(
                id,
                requireNonNull(submission.order()),
                scenario,
                requireNonNull(submission.type()).time());
    }

    private Reply read(List<String> path, Request request) throws IOException {
        var job = desk.find(path.get(3)).orElse(null);
        if (job == null) {
            return ProdiaErrors.notFound();
        }
        var spoilt = job.spoiltRead(errors.unavailable());
        return spoilt.isPresent() ? spoilt.get() : part(job, path.subList(4, path.size()), request);
    }

    private Reply part(Job job, List<String> path, Request request) throws IOException {
        var part = path.isEmpty() ? "" : path.getFirst();
        if (part.equals("job.state.current")) {
            return new Reply.Answer(200, "text/plain", Body.of(records.state(job)));
        }
        if (part.equals("job.json")) {
            boolean priced = request.parameter("price").orElse("").equals("true");
            return Reply.json(200, records.of(job, priced));
        }
        var outcome = job.outcome().orElse(null);
        if (outcome == null || records.isExpired(job)) {
            return ProdiaErrors.error(
                    404, "error", outcome == null ? "job is not finished" : "job has expired");
        }
        if (part.isEmpty()) {
            return records.result(job, outcome, request);
        }
        if (!part.equals("output") || !(outcome instanceof Outcome.Made made)) {
            return ProdiaErrors.notFound();
        }
        return path.size() == 1
                ? records.files(job, made, request)
                : records.file(made, path.get(1));
    }
}
