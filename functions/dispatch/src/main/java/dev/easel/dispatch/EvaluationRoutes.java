package dev.easel.dispatch;

import dev.easel.door.Body;
import dev.easel.door.Call;
import dev.easel.door.Reply;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.id.EvaluationId;
import dev.easel.id.GenerationId;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Evaluations;
import dev.easel.judging.Feedback;

/// The routes of evaluations: validate, guard, act, answer.
final class EvaluationRoutes {

    private static final String POLL_SECONDS = "1";

    private final Reading reading;
    private final Evaluations evaluations;
    private final Reevaluation reevaluation;

    EvaluationRoutes(Reading reading, Evaluations evaluations, Reevaluation reevaluation) {
        this.reading = reading;
        this.evaluations = evaluations;
        this.reevaluation = reevaluation;
    }

    /// `POST /v1/generations/{id}/evaluations`: a body is not needed, and may be `{}`.
    Reply again(Call call) {
        if (!call.body().isMissingNode()) {
            Body.of(call.body()).check();
        }
        var read =
                GenerationId.parse(call.parameter("id"))
                        .flatMap(reading::read)
                        .orElseThrow(
                                () -> new FailureException(new Failure.NotFound("generation")));
        var evaluation = reevaluation.of(read, call.id(), call.at());
        return reply(202, evaluation)
                .with(
                        "location",
                        "/v1/generations/%s/evaluations/%s"
                                .formatted(evaluation.generation(), evaluation.id()));
    }

    /// `GET /v1/generations/{id}/evaluations/{evaluation}`
    Reply read(Call call) {
        return reply(200, find(call)).with("cache-control", "private, no-cache");
    }

    /// `POST /v1/generations/{id}/evaluations/{evaluation}/feedback`
    Reply respond(Call call) {
        var evaluation = find(call);
        var feedback = FeedbackRequest.read(call.body(), evaluation, call.at());
        if (!evaluations.respond(evaluation, feedback)) {
            throw new FailureException(new Failure.Exhausted("answers of people", Feedback.MOST));
        }
        return Reply.json(201, EvaluationJson.write(feedback));
    }

    private Evaluation find(Call call) {
        var generation = GenerationId.parse(call.parameter("id"));
        var id = EvaluationId.parse(call.parameter("evaluation"));
        return generation
                .flatMap(known -> id.flatMap(named -> evaluations.find(known, named)))
                .orElseThrow(() -> new FailureException(new Failure.NotFound("evaluation")));
    }

    private static Reply reply(int status, Evaluation evaluation) {
        var reply = Reply.json(status, EvaluationJson.write(evaluation));
        return evaluation.hasEnded() ? reply : reply.with("retry-after", POLL_SECONDS);
    }
}
