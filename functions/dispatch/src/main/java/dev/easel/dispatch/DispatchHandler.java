package dev.easel.dispatch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoAdmissions;
import dev.easel.aws.DynamoEvaluations;
import dev.easel.aws.DynamoGenerations;
import dev.easel.aws.DynamoLimits;
import dev.easel.aws.DynamoParking;
import dev.easel.aws.Retries;
import dev.easel.aws.S3Assets;
import dev.easel.aws.S3Uploads;
import dev.easel.aws.SqsEvaluationSteps;
import dev.easel.aws.SqsSteps;
import dev.easel.aws.SsmSecrets;
import dev.easel.catalog.Catalog;
import dev.easel.door.CallerLookup;
import dev.easel.door.HttpDoor;
import dev.easel.door.Log;
import dev.easel.id.Ids;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/// The API: takes orders, shows how they are doing, and says what can be ordered.
public final class DispatchHandler implements RequestStreamHandler {

    private final HttpDoor door;

    /// For Lambda.
    public DispatchHandler() {
        this(System.getenv());
    }

    /// The composition root.
    public DispatchHandler(Map<String, String> env) {
        var settings = DispatchSettings.from(env);
        var clock = Clock.systemUTC();
        var log = new Log("dispatch", clock);
        var aws = new Aws(env);
        var dynamo = aws.dynamo();
        var generations = new DynamoGenerations(dynamo, settings.generationsTable());
        var evaluations = new DynamoEvaluations(dynamo, settings.evaluationsTable());
        var steps = new SqsSteps(aws.sqs(), settings.stepsQueueUrl());
        var random = new SecureRandom();
        var catalog = Catalog.STANDARD.with(settings.providers());
        var parking = new DynamoParking(dynamo, settings.guardsTable());
        var uploads = new S3Uploads(aws, settings.bucket());
        var reading = new Reading(generations, evaluations);
        var dispatch =
                new Dispatch(
                        catalog,
                        new InputFinder(uploads, generations),
                        new OnceMore(reading, uploads),
                        parking,
                        new DynamoAdmissions(
                                dynamo,
                                generations,
                                settings.generationsTable(),
                                settings.guardsTable(),
                                settings.runs(),
                                new Retries(clock, random, Thread::sleep)),
                        generations,
                        steps,
                        new Ids(random),
                        settings.guarded(),
                        settings.deadline(),
                        log);
        var json =
                new GenerationJson(
                        new S3Assets(aws, settings.bucket(), clock), settings.imageUrlTtl());
        var callers =
                new CallerLookup(
                        new SsmSecrets(aws.ssm(), clock),
                        settings.callerSecretParameter(),
                        settings.originSecretParameter());
        var api =
                new GenerationRoutes(
                        callers, dispatch, new Cancel(generations, steps), reading, json);
        var judged =
                new EvaluationRoutes(
                        reading,
                        evaluations,
                        new Reevaluation(
                                new HandOver(
                                        evaluations,
                                        new SqsEvaluationSteps(
                                                aws.sqs(), settings.evaluationsQueueUrl()),
                                        Catalog.STANDARD,
                                        settings.panel(),
                                        settings.evaluationBudget())));
        var limits =
                new LimitsRoute(
                        callers,
                        new DynamoLimits(
                                dynamo,
                                settings.guardsTable(),
                                settings.runs(),
                                settings.uploads(),
                                clock),
                        settings.fixed());
        door =
                new HttpDoor(
                        log,
                        clock,
                        Map.of(
                                "POST /v1/generations", api::create,
                                "GET /v1/generations/{id}", api::read,
                                "DELETE /v1/generations/{id}", api::cancel,
                                "POST /v1/generations/{id}/evaluations", judged::again,
                                "GET /v1/generations/{id}/evaluations/{evaluation}", judged::read,
                                "POST /v1/generations/{id}/evaluations/{evaluation}/feedback",
                                        judged::respond,
                                "GET /v1/limits", limits::read,
                                "GET /v1/catalog", new CatalogRoute(catalog, parking)::read,
                                "GET /llms.txt", new LlmsRoute(catalog, parking)::read));
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        door.handle(in, out);
    }
}
