package dev.easel.simulator.runflow;

import dev.easel.simulator.web.Json;

import dev.easel.simulator.job.Outputs;

import dev.easel.simulator.job.Ids;

import dev.easel.simulator.job.Chance;

import dev.easel.simulator.journal.Journal;
import dev.easel.simulator.judge.Panel;
import dev.easel.simulator.script.Pace;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.script.Scenarios;
import dev.easel.simulator.script.Target;
import dev.easel.simulator.web.Body;
import dev.easel.simulator.web.Downloads;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// Runflow's routes, contract 2026-10.
public final class Runflow implements AutoCloseable {

    private static final Pattern BEARER = Pattern.compile("Bearer ([A-Za-z0-9_]+)");
    static final Duration HANG = Duration.ofMinutes(10);

    private static final Duration DRIP = Duration.ofSeconds(1);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Downloads downloads = new Downloads();
    private final IdempotencyKeys keys = new IdempotencyKeys();
    private final Scenarios scenarios;
    private final Chance chance;
    private final Outputs outputs;
    private final Runs runs;
    private final Evaluations evaluations;

    /// What a Runflow is made with.
    public record Setting(URI uri, Path folder, Pace pace, Duration slowEvaluation, long seed) {}

    public Runflow(Setting setting, Scenarios scenarios, Journal journal, Chance chance)
            throws IOException {
        this.scenarios = scenarios;
        this.chance = chance;
        outputs = new Outputs(setting.folder().resolve("outputs"), setting.seed());
        var workshop = new Workshop(downloads, outputs, threads, setting.seed());
        var records = new RunRecord(outputs, setting.uri());
        runs = new Runs(workshop, outputs, records, journal, setting.pace(), chance);
        evaluations =
                new Evaluations(
                        new Panel(downloads),
                        threads,
                        journal,
                        new Evaluations.Tempo(setting.pace(), setting.slowEvaluation()),
                        chance);
    }

    /// Ends and bills what is due, asked or not.
    public void settle() {
        runs.settle();
        evaluations.settle();
    }

    /// Nothing is being made.
    public boolean isIdle() {
        return runs.isIdle() && evaluations.isIdle();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        downloads.close();
    }

    /// Answers everything under `/v1` and `/outputs`.
    public Reply handle(Request request) throws IOException {
        var path = request.path();
        if (path.startsWith("/outputs/")) {
            return outputs.serve(request, now());
        }
        if (path.equals("/v1/health")) {
            return Reply.json(200, Json.object().put("status", "ok"));
        }
        if (path.equals("/v1/public/models")) {
            return Models.list();
        }
        var caller = BEARER.matcher(request.header("authorization").orElse(""));
        if (!caller.matches() || scenarios.standing() == Scenario.UNAUTHORIZED) {
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
            case "models" -> Models.list();
            case "runs" ->
                    runs.list(request, named(request).orElseGet(() -> scenarios.take(Target.LIST)));
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
        var scenario = named(request).orElseGet(() -> scenarios.take(kind));
        var refused = Errors.of(scenario, now());
        if (refused.isPresent()) {
            return refused.get();
        }
        var reply = act.perform(scenario);
        var answer = reply instanceof Reply.Answer sent ? sent : null;
        return switch (scenario) {
            case RESET -> new Reply.Reset(answer);
            case HANG -> new Reply.Hang(HANG, answer);
            case BAD_GATEWAY_HTML -> new Reply.Garbled(Errors.badGateway(), answer);
            case BAD_JSON -> answer == null ? reply : new Reply.Garbled(cut(answer), answer);
            case DRIP -> answer == null ? reply : new Reply.Drip(answer, DRIP);
            default -> reply;
        };
    }

    private static Reply.Answer cut(Reply.Answer whole) {
        var half = Arrays.copyOf(whole.body().bytes(), whole.body().length() / 2);
        return new Reply.Answer(whole.status(), whole.contentType(), Body.of(half));
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
