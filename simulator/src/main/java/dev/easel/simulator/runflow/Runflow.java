package dev.easel.simulator.runflow;

import dev.easel.simulator.job.Chance;
import dev.easel.simulator.job.Delivery;
import dev.easel.simulator.job.Ids;
import dev.easel.simulator.job.Provider;
import dev.easel.simulator.job.Shop;
import dev.easel.simulator.judge.Panel;
import dev.easel.simulator.script.Repertoire;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.script.Scenarios;
import dev.easel.simulator.script.Target;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Runflow's routes, contract 2026-10.
public final class Runflow implements Provider {

    public static final String ID = "runflow";

    private static final Pattern BEARER = Pattern.compile("Bearer ([A-Za-z0-9_]+)");

    private final IdempotencyKeys keys = new IdempotencyKeys();
    private final Repertoire repertoire =
            Repertoire.allBut(
                    ID, Scenario.NEW_CONTRACT, Scenario.OLD_CONTRACT, Scenario.SUBSTITUTED_MODEL);
    private final Scenarios scenarios;
    private final Chance chance;
    private final Drift drift = new Drift();
    private final Runs runs;
    private final Evaluations evaluations;

    public Runflow(Shop shop, Duration slowEvaluation) {
        this.scenarios = shop.scenarios();
        this.chance = shop.chance();
        runs = new Runs(new Workshop(shop), new RunRecord(shop, drift), shop);
        evaluations =
                new Evaluations(
                        new Panel(shop.downloads()),
                        shop.threads(),
                        shop.journal(),
                        new Evaluations.Tempo(shop.pace(), slowEvaluation),
                        shop.chance());
    }

    @Override
    public Repertoire repertoire() {
        return repertoire;
    }

    /// How far it has drifted.
    public Drift drift() {
        return drift;
    }

    @Override
    public void settle() {
        runs.settle();
        evaluations.settle();
    }

    @Override
    public boolean isIdle() {
        return runs.isIdle() && evaluations.isIdle();
    }

    /// Answers everything under `/v1`.
    @Override
    public Reply handle(Request request) throws IOException {
        var path = request.path();
        if (path.equals("/v1/health")) {
            return Reply.json(200, Json.object().put("status", "ok"));
        }
        if (path.equals("/v1/public/models")) {
            return drift.catalogue();
        }
        var caller = BEARER.matcher(request.header("authorization").orElse(""));
        if (!caller.matches() || scenarios.standing(repertoire) == Scenario.UNAUTHORIZED) {
            return Errors.unauthorized();
        }
        return switch (request.method()) {
            case "GET" -> get(request);
            case "POST" ->
                    scenarios.honoursKeys()
                            ? keys.handle(caller.group(1), request, this::post)
                            : post(request);
            default -> Errors.methodNotAllowed();
        };
    }

    private Reply get(Request request) {
        var named = named(request).flatMap(scenario -> Errors.of(scenario, now()));
        if (named.isPresent()) {
            return named.get();
        }
        var path = request.segments();
        return switch (String.join("/", path.subList(1, path.size()))) {
            case "auth/me" -> me();
            case "models" -> drift.catalogue();
            case "runs" ->
                    runs.list(request, named(request).orElseGet(() -> take(Target.LIST, request)));
            case "runs/statuses" -> Runs.statuses();
            case "evaluations/statuses" -> Evaluations.statuses();
            case "evaluations/job-classes" -> Evaluations.jobClasses();
            default -> one(path, request);
        };
    }

    private Reply one(List<String> path, Request request) {
        if (path.size() != 3) {
            return Errors.notFound();
        }
        return switch (path.get(1)) {
            case "runs" -> runs.read(path.get(2), request);
            case "evaluations" -> evaluations.read(path.get(2), request);
            default -> Errors.notFound();
        };
    }

    private Reply post(Request request) throws IOException {
        var path = request.segments();
        if (path.size() == 2 && path.get(1).equals("evaluations")) {
            return play(
                    Target.EVALUATION, request, scenario -> evaluations.create(request, scenario));
        }
        if (path.size() >= 4 && path.get(1).equals("models") && path.getLast().equals("runs")) {
            return run(path.subList(2, path.size() - 1), request);
        }
        return Errors.notFound();
    }

    private Reply run(List<String> id, Request request) throws IOException {
        if (id.size() == 1) {
            return Errors.methodNotAllowed();
        }
        var model = Models.find(String.join("/", id));
        return model.isEmpty()
                ? Errors.error(404, "MODEL_NOT_FOUND", "No such model")
                : play(
                        Target.RUN,
                        request,
                        scenario -> runs.create(model.get(), request, scenario));
    }

    @FunctionalInterface
    private interface Act {
        Reply perform(Scenario scenario) throws IOException;
    }

    /// Creates something as the scenario has it: refused, carried out, or carried out and never
    /// answered.
    private Reply play(Target kind, Request request, Act act) throws IOException {
        var scenario = named(request).orElseGet(() -> take(kind, request));
        var refused = Errors.of(scenario, now());
        if (refused.isPresent()) {
            return refused.get();
        }
        return Delivery.of(scenario, act.perform(scenario));
    }

    private Scenario take(Target kind, Request request) {
        return scenarios.take(repertoire, kind, request.body().text());
    }

    private Instant now() {
        return chance.clock().instant();
    }

    private static Optional<Scenario> named(Request request) {
        return request.header("simulate").flatMap(Scenario::named);
    }

    private static Reply me() {
        var body = Json.object().put("id", Ids.PERSON).put("org_id", Ids.ORGANIZATION);
        body.putArray("scopes")
                .add("runs:create")
                .add("runs:read")
                .add("evaluations:create")
                .add("evaluations:read");
        return Reply.json(200, body);
    }
}
