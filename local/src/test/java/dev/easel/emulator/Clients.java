package dev.easel.emulator;

import dev.easel.aws.Aws;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/// The product's own clients, pointed at an emulator.
public final class Clients {

    private Clients() {}

    public static Aws of(URI uri) {
        return of(uri, S3Emulator.SECRET_KEY);
    }

    public static Aws of(URI uri, String secret) {
        var env = new HashMap<String, String>();
        for (var service : new String[] {"DYNAMODB", "SQS", "S3", "EVENTBRIDGE", "SSM"}) {
            env.put("AWS_ENDPOINT_URL_" + service, uri.toString());
        }
        env.put("AWS_REGION", "us-east-1");
        env.put("AWS_ACCESS_KEY_ID", S3Emulator.ACCESS_KEY);
        env.put("AWS_SECRET_ACCESS_KEY", secret);
        return new Aws(Map.copyOf(env));
    }
}
