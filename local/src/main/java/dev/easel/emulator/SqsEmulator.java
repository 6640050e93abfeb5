package dev.easel.emulator;

import com.typesafe.config.ConfigFactory;

import dev.easel.template.Names;

import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.http.scaladsl.Http.ServerBinding;
import org.elasticmq.NodeAddress;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

import scala.concurrent.Await;
import scala.concurrent.Awaitable;
import scala.concurrent.duration.FiniteDuration;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// ElasticMQ in this JVM. Messages are kept in memory: they are lost with it.
public final class SqsEmulator implements Emulator {

    public static final String FLAG = "--sqs-port";

    private static final FiniteDuration SOON = FiniteDuration.create(100, TimeUnit.MILLISECONDS);
    private static final FiniteDuration PATIENCE =
            FiniteDuration.create(1500, TimeUnit.MILLISECONDS);

    /// Silent, and ended by us alone.
    private static final String ACTORS =
            """
            pekko {
              loglevel = OFF
              stdout-loglevel = OFF
              daemonic = on
              coordinated-shutdown {
                run-by-jvm-shutdown-hook = off
                run-by-actor-system-terminate = off
              }
            }
            """;

    private final ActorSystem system;
    private final ServerBinding binding;
    private final URI uri;

    private SqsEmulator(ActorSystem system, ServerBinding binding, URI uri) {
        this.system = system;
        this.binding = binding;
        this.uri = uri;
    }

    public static SqsEmulator start(int port) {
        var free = Loopback.claim(port, FLAG);
        // Of our own, because ElasticMQ's way to stop waits a minute for long polls that are under
        // way.
        var config = ConfigFactory.parseString(ACTORS).withFallback(ConfigFactory.load());
        var system = ActorSystem.create("sqs", config);
        try {
            var server =
                    SQSRestServerBuilder.withActorSystem(system)
                            .withInterface(Loopback.HOST)
                            .withPort(free)
                            .withServerAddress(NodeAddress.apply("http", Loopback.HOST, free, ""))
                            .withAWSRegion(Names.REGION)
                            .withAWSAccountId(Names.ACCOUNT)
                            .start();
            return new SqsEmulator(system, server.waitUntilStarted(), Loopback.uri(free));
        } catch (RuntimeException e) {
            system.terminate();
            throw new EmulatorException("ElasticMQ did not start.", e);
        }
    }

    @Override
    public URI uri() {
        return uri;
    }

    @Override
    public void close() {
        await(binding.terminate(SOON));
        system.terminate();
        await(system.whenTerminated());
    }

    private static void await(Awaitable<?> ending) {
        try {
            Await.ready(ending, PATIENCE);
        } catch (TimeoutException e) {
            throw new EmulatorException("ElasticMQ did not stop.", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
