package dev.easel.emulator;

import dev.easel.template.Names;

import org.elasticmq.NodeAddress;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

import java.net.URI;

/// ElasticMQ in this JVM. Messages are kept in memory: they are lost with it.
public final class SqsEmulator implements Emulator {

    public static final String FLAG = "--sqs-port";

    private final SQSRestServer server;
    private final URI uri;

    private SqsEmulator(SQSRestServer server, URI uri) {
        this.server = server;
        this.uri = uri;
    }

    public static SqsEmulator start(int port) {
        var free = Loopback.claim(port, FLAG);
        try {
            var server =
                    SQSRestServerBuilder.withInterface(Loopback.HOST)
                            .withPort(free)
                            .withServerAddress(NodeAddress.apply("http", Loopback.HOST, free, ""))
                            .withAWSRegion(Names.REGION)
                            .withAWSAccountId(Names.ACCOUNT)
                            .start();
            server.waitUntilStarted();
            return new SqsEmulator(server, Loopback.uri(free));
        } catch (RuntimeException e) {
            throw new EmulatorException("ElasticMQ did not start.", e);
        }
    }

    @Override
    public URI uri() {
        return uri;
    }

    @Override
    public void close() {
        server.stopAndWait();
    }
}
