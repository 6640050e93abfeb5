package dev.easel.local;

import dev.easel.emulator.Loopback;
import dev.easel.emulator.S3Emulator;
import dev.easel.template.LambdaFunction;
import dev.easel.template.Names;

import java.util.Map;
import java.util.TreeMap;

/// What a function finds in its environment here: the template's variables, what Lambda adds, and
/// the SDK's own variables for endpoints, which are all that makes a handler local.
final class LocalEnvironment {

    private final Map<String, String> common;

    LocalEnvironment(Ports ports) {
        var events = uri(ports.events());
        this.common =
                Map.of(
                        "AWS_REGION",
                        Names.REGION,
                        "AWS_ACCESS_KEY_ID",
                        S3Emulator.ACCESS_KEY,
                        "AWS_SECRET_ACCESS_KEY",
                        S3Emulator.SECRET_KEY,
                        "AWS_ENDPOINT_URL_DYNAMODB",
                        uri(ports.dynamodb()),
                        "AWS_ENDPOINT_URL_SQS",
                        uri(ports.sqs()),
                        "AWS_ENDPOINT_URL_S3",
                        uri(ports.s3()),
                        "AWS_ENDPOINT_URL_EVENTBRIDGE",
                        events,
                        "AWS_ENDPOINT_URL_SSM",
                        events);
    }

    private static String uri(int port) {
        return Loopback.uri(port).toString();
    }

    Map<String, String> common() {
        return common;
    }

    Map<String, String> of(LambdaFunction function) {
        var environment = new TreeMap<>(function.environment());
        environment.putAll(common);
        environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        environment.put(
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
        return environment;
    }
}
