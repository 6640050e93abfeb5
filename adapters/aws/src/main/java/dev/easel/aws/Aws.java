package dev.easel.aws;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// Builds the SDK's clients from a function's environment.
///
/// Where the environment names an endpoint (`AWS_ENDPOINT_URL_DYNAMODB` and its like, the SDK's own
/// names), the client talks to that one with the keys of the environment: so the same handler runs
/// on a laptop. Otherwise AWS and the function's role are used.
public final class Aws {

    private final Map<String, String> env;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();

    public Aws(Map<String, String> env) {
        this.env = env;
    }

    public DynamoDbClient dynamo() {
        return configure(DynamoDbClient.builder(), "DYNAMODB").build();
    }

    public S3Client s3() {
        return configure(S3Client.builder(), "S3")
                .forcePathStyle(endpoint("S3").isPresent())
                .build();
    }

    public SqsClient sqs() {
        return configure(SqsClient.builder(), "SQS").build();
    }

    public EventBridgeClient events() {
        return configure(EventBridgeClient.builder(), "EVENTBRIDGE").build();
    }

    public SsmClient ssm() {
        return configure(SsmClient.builder(), "SSM").build();
    }

    Region region() {
        return Region.of(env.getOrDefault("AWS_REGION", "us-east-1"));
    }

    AwsCredentialsProvider credentials(String service) {
        if (endpoint(service).isEmpty()) {
            return DefaultCredentialsProvider.builder().build();
        }
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                        env.getOrDefault("AWS_ACCESS_KEY_ID", "local"),
                        env.getOrDefault("AWS_SECRET_ACCESS_KEY", "local")));
    }

    Optional<URI> endpoint(String service) {
        return Optional.ofNullable(env.get("AWS_ENDPOINT_URL_" + service)).map(URI::create);
    }

    /// For a client that only one function needs: the address comes from
    /// `AWS_ENDPOINT_URL_` and this name, if it is there.
    public <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B configure(
            B builder, String service) {
        endpoint(service).ifPresent(builder::endpointOverride);
        return builder.region(region()).credentialsProvider(credentials(service)).httpClient(http);
    }
}
