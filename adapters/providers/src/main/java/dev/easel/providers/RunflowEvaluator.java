package dev.easel.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.http.Access;
import dev.easel.http.Auth;
import dev.easel.http.JsonHttp;
import dev.easel.http.Reply.Answered;
import dev.easel.http.Reply.Keyless;
import dev.easel.http.Reply.NotSent;
import dev.easel.http.Reply.Silent;
import dev.easel.judging.Asking;
import dev.easel.judging.Evaluator;
import dev.easel.judging.Finding;
import dev.easel.judging.Judge;
import dev.easel.judging.Opinion;
import dev.easel.judging.Question;
import dev.easel.judging.Result;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Runflow's evaluations API: it looks at an output as a person would, and takes two to four
/// minutes.
public final class RunflowEvaluator implements Evaluator {

    private static final String EMBED = "?embed=judges,action,gate_failures";
    private static final int REASONING_CHARS_MAX = 600;

    private final JsonHttp http;

    public RunflowEvaluator(Access access) {
        this.http = JsonHttp.quick(access, Auth.BEARER);
    }

    @Override
    public Judge judge() {
        return Judge.SENTINEL;
    }

    @Override
    public Asking ask(Question question) {
        var reply = http.post("/v1/evaluations", request(question), question.reference().value());
        return switch (reply) {
            case Answered answered when answered.ok() -> taken(answered);
            // The question carries an idempotency key, so putting it again never pays twice.
            case Answered answered when answered.passing() ->
                    new Asking.Later(RunflowFailures.code(answered));
            case Answered answered -> new Asking.Declined(RunflowFailures.code(answered));
            case Keyless(var why) -> new Asking.Later(why);
            case NotSent(var why) -> new Asking.Later("not reached: " + why);
            case Silent(var why) -> new Asking.Later("no answer: " + why);
        };
    }

    @Override
    public Opinion hear(String ticket) {
        return switch (http.get("/v1/evaluations/" + JsonHttp.segment(ticket) + EMBED)) {
            case Keyless _, NotSent _, Silent _ -> new Opinion.Pending();
            case Answered answered when answered.ok() -> opinion(answered.json());
            case Answered answered when answered.passing() || answered.unauthorized() ->
                    new Opinion.Pending();
            case Answered answered when answered.status() == 404 ->
                    abstain("The judge no longer knows about this picture.");
            case Answered _ -> abstain("The judge could not be asked how it decided.");
        };
    }

    private static ObjectNode request(Question question) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("generated_image_url", question.output().toString())
                .put("task_type", question.task().wire())
                .put("client_ref", question.reference().value());
        if (question.prompt() != null && !question.prompt().isBlank()) {
            body.put("generation_prompt", question.prompt());
        }
        // Four are taken at most; these are two.
        var references = body.putArray("reference_images");
        add(references, question.photo(), "input");
        add(references, question.mask(), "mask");
        return body;
    }

    private static void add(ArrayNode references, @Nullable URI url, String kind) {
        if (url != null) {
            references.addObject().put("url", url.toString()).put("kind", kind);
        }
    }

    /// Any 2xx: a repeat of the same question is answered with what was stored.
    private static Asking taken(Answered answered) {
        var ticket = answered.json().path("id").asText("");
        return ticket.isBlank()
                ? new Asking.Declined("HTTP " + answered.status() + " without an id")
                : new Asking.Taken(ticket);
    }

    private static Opinion opinion(JsonNode evaluation) {
        var status = evaluation.path("status_code").asText(evaluation.path("status").asText(""));
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "completed" -> verdict(evaluation);
            case "failed", "errored", "error", "canceled", "cancelled" ->
                    abstain("The judge could not look at the picture.");
            default -> new Opinion.Pending();
        };
    }

    /// `null` is neither a fail nor a zero: the service ends without a verdict, too.
    private static Opinion verdict(JsonNode evaluation) {
        var passed = evaluation.path("overall_passed");
        if (!passed.isBoolean()) {
            return abstain("The judge gave no verdict.");
        }
        var result = passed.booleanValue() ? Result.PASS : Result.FAIL;
        return new Opinion.Given(
                new Finding(
                        Judge.SENTINEL,
                        result,
                        null,
                        reasoning(evaluation, result),
                        List.of(),
                        measured(evaluation.path("weighted_pass_rate"))));
    }

    private static Map<String, Double> measured(JsonNode rate) {
        return rate.isNumber() ? Map.of("weighted_pass_rate", rate.doubleValue()) : Map.of();
    }

    private static String reasoning(JsonNode evaluation, Result result) {
        var judges =
                evaluation
                        .path("judges")
                        .valueStream()
                        .filter(judge -> judge.path("passed").isBoolean())
                        .filter(judge -> !judge.path("passed").booleanValue())
                        .flatMap(RunflowEvaluator::why);
        var issues = evaluation.path("top_issues").valueStream().map(issue -> issue.asText(""));
        var sentences = new LinkedHashSet<String>();
        Stream.concat(judges, issues)
                .map(Words::unnamed)
                .filter(words -> !words.isEmpty())
                .map(RunflowEvaluator::sentence)
                .forEach(sentences::add);
        if (sentences.isEmpty()) {
            return result == Result.PASS
                    ? "Nothing wrong was seen."
                    : "It is not good enough; no reason was given.";
        }
        return Words.capped(String.join(" ", sentences), REASONING_CHARS_MAX);
    }

    /// Its reasoning, or else the issues it lists.
    private static Stream<String> why(JsonNode judge) {
        var reasoning = judge.path("reasoning").asText("");
        return reasoning.isBlank()
                ? judge.path("issues").valueStream().map(issue -> issue.path("detail").asText(""))
                : Stream.of(reasoning);
    }

    private static String sentence(String words) {
        var start = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return start.matches(".*[.!?…]") ? start : start + ".";
    }

    private static Opinion abstain(String reasoning) {
        return new Opinion.Given(Finding.abstain(Judge.SENTINEL, reasoning));
    }
}
