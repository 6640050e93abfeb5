package dev.easel.local;

import dev.easel.emulator.Loopback;
import dev.easel.emulator.S3Emulator;
import dev.easel.simulator.Simulator;
import dev.easel.template.LambdaFunction;
import dev.easel.template.Names;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/// What a function finds in its environment here: the template's variables, what Lambda adds, and
/// the SDK's own variables for endpoints, which are all that makes a handler local.
final class LocalEnvironment {

    private final Map<String, String> common;

    LocalEnvironment(Ports ports) {
        this.common =
                at(
                        Map.of(
                                "dynamodb", Loopback.uri(ports.dynamodb()),
                                "sqs", Loopback.uri(ports.sqs()),
                                "s3", Loopback.uri(ports.s3()),
                                "events", Loopback.uri(ports.events()),
                                "simulator", Loopback.uri(ports.simulator())));
    }

    /// What leads the SDK to these addresses, by the names under which a stack announces them.
    static Map<String, String> at(Map<String, URI> addresses) {
        var environment = new TreeMap<String, String>();
        environment.put("AWS_REGION", Names.REGION);
        environment.put("AWS_ACCESS_KEY_ID", S3Emulator.ACCESS_KEY);
        environment.put("AWS_SECRET_ACCESS_KEY", S3Emulator.SECRET_KEY);
        Map.of(
                        "AWS_ENDPOINT_URL_DYNAMODB", "dynamodb",
                        "AWS_ENDPOINT_URL_SQS", "sqs",
                        "AWS_ENDPOINT_URL_S3", "s3",
                        "AWS_ENDPOINT_URL_EVENTBRIDGE", "events",
                        "AWS_ENDPOINT_URL_SSM", "events")
                .forEach((variable, name) -> {
                    var address = addresses.get(name);
                    if (address != null) {
                        environment.put(variable, address.toString());
                    }
                });
        var simulator = addresses.get("simulator");
        if (simulator != null) {
            var bedrock = Simulator.viewer(simulator, "bedrock");
            environment.put("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", bedrock.toString());
        }
        return environment;
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
