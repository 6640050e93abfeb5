package dev.easel.local;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

import java.net.URI;
import java.util.Optional;

/// LocalStack through Testcontainers: every service that Easel uses, behind one port.
public final class LocalStack implements Container {

    private static final String TOKEN = "LOCALSTACK_AUTH_TOKEN";

    @Override
    public Optional<URI> start(String image) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        var container =
                new LocalStackContainer(
                                DockerImageName.parse(image)
                                        .asCompatibleSubstituteFor("localstack/localstack"))
                        .withServices("dynamodb", "sqs", "s3", "events", "ssm");
        var token = System.getenv(TOKEN);
        if (token != null) {
            container.withEnv(TOKEN, token);
        }
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        return Optional.of(container.getEndpoint());
    }
}
