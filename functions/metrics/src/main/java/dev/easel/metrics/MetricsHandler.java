package dev.easel.metrics;

import com.amazonaws.serverless.proxy.jersey.JerseyLambdaContainerHandler;
import com.amazonaws.serverless.proxy.model.AwsProxyResponse;
import com.amazonaws.serverless.proxy.model.HttpApiV2ProxyRequest;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoHistory;
import dev.easel.aws.DynamoIncidents;
import dev.easel.aws.DynamoRuns;
import dev.easel.aws.S3Assets;
import dev.easel.door.Log;
import dev.easel.routing.TierTable;

import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;

/// Answers everything that only reads what the benchmark and traffic have brought.
public final class MetricsHandler implements RequestStreamHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JerseyLambdaContainerHandler<HttpApiV2ProxyRequest, AwsProxyResponse> container;
    private final Clock clock = Clock.systemUTC();

    /// For Lambda.
    public MetricsHandler() {
        this(System.getenv());
    }

    /// The composition root.
    public MetricsHandler(Map<String, String> env) {
        var settings = MetricsSettings.from(env);
        var aws = new Aws(env);
        var log = new Log("metrics", clock);
        var providers = TierTable.STANDARD.providers();
        var runs = new DynamoRuns(aws.dynamo(), settings.runsTable());
        var history =
                new DynamoHistory(aws.dynamo(), settings.runsTable(), settings.rollupsTable());
        var metrics =
                new Metrics(
                        history,
                        new DynamoIncidents(aws.dynamo(), settings.rollupsTable()),
                        providers,
                        clock);
        var json =
                new RunJson(
                        new S3Assets(aws, settings.bucket(), clock),
                        settings.imageUrlLife(),
                        clock);
        container =
                JerseyLambdaContainerHandler.getHttpApiV2ProxyHandler(
                        new ResourceConfig()
                                // Neither is used, and each warns that it lacks a library.
                                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                                .property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "DATASOURCE")
                                .register(new MetricsResource(metrics, providers))
                                .register(
                                        new RunsResource(
                                                new Batches(runs, providers, clock), runs, json))
                                .register(new BadgesResource(metrics, providers))
                                .register(new Problems(log))
                                .register(new RequestLog(log, clock)));
    }

    /// The container keeps the gateway's words for a request to itself: so they are read beforehand.
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        var event = in.readAllBytes();
        RequestLog.under(
                tag(JSON.readTree(event)),
                () -> {
                    container.proxyStream(new ByteArrayInputStream(event), out, context);
                    return null;
                });
    }

    private RequestLog.Tag tag(JsonNode event) {
        return new RequestLog.Tag(
                event.at("/requestContext/requestId").asText(),
                event.path("routeKey").asText(),
                clock.instant());
    }
}
