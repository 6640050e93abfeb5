package dev.easel.dispatch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoAdmissions;
import dev.easel.aws.DynamoEvaluations;
import dev.easel.aws.DynamoGenerations;
import dev.easel.aws.S3Assets;
import dev.easel.aws.S3Uploads;
import dev.easel.aws.SqsSteps;
import dev.easel.aws.SsmSecrets;
import dev.easel.catalog.Catalog;
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
        var aws = new Aws(env);
        var dynamo = aws.dynamo();
        var generations = new DynamoGenerations(dynamo, settings.generationsTable());
        var evaluations = new DynamoEvaluations(dynamo, settings.evaluationsTable());
        var inputs = new InputFinder(new S3Uploads(aws, settings.bucket()), generations);
        var steps = new SqsSteps(aws.sqs(), settings.stepsQueueUrl());
        var dispatch =
                new Dispatch(
                        new DynamoAdmissions(
                                dynamo,
                                generations,
                                settings.generationsTable(),
                                settings.guardsTable()),
                        steps,
                        new Ids(new SecureRandom()),
                        settings.deadline());
        var json =
                new GenerationJson(
                        new S3Assets(aws, settings.bucket(), clock), settings.imageUrlTtl());
        var secrets = new SsmSecrets(aws.ssm(), clock);
        var api =
                new GenerationRoutes(
                        Catalog.STANDARD,
                        inputs,
                        dispatch,
                        new Cancel(generations, steps),
                        new Reading(generations, evaluations),
                        json,
                        () -> secrets.secret(settings.callerSecretParameter()));
        door =
                new HttpDoor(
                        new Log("dispatch", clock),
                        clock,
                        Map.of(
                                "POST /v1/generations", api::create,
                                "GET /v1/generations/{id}", api::read,
                                "DELETE /v1/generations/{id}", api::cancel,
                                "GET /v1/catalog", new CatalogRoute(Catalog.STANDARD)::read));
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        door.handle(in, out);
    }
}
