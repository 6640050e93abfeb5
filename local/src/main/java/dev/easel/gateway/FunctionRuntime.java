package dev.easel.gateway;

import dev.easel.door.Correlation;
import dev.easel.door.Log;
import dev.easel.template.LambdaFunction;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One function of the template, ready to be invoked: its handler is constructed with the
/// environment that the template gives it.
///
/// One instance serves all invocations, at once if need be. Lambda would give each its own; a
/// handler of Easel keeps nothing between two calls but clients, which are made for it.
public final class FunctionRuntime implements AutoCloseable {

    /// Lambda's limit of a synchronous answer.
    private static final int ANSWER_BYTES_MAX = 6_291_556;

    private final LambdaFunction function;
    private final Invocable handler;
    private final PrintStream log;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    private FunctionRuntime(LambdaFunction function, Invocable handler, PrintStream log) {
        this.function = function;
        this.handler = handler;
        this.log = log;
    }

    /// Constructs `new XHandler(environment)`; whatever that throws is the reason why the function
    /// cannot start. Failures of invocations go to `log`, one JSON line each.
    public static FunctionRuntime start(
            LambdaFunction function, Map<String, String> environment, PrintStream log) {
        return new FunctionRuntime(function, Invocable.of(construct(function, environment)), log);
    }

    private static Object construct(LambdaFunction function, Map<String, String> environment) {
        try {
            var type = Class.forName(function.handler());
            return type.getConstructor(Map.class).newInstance(environment);
        } catch (ClassNotFoundException _) {
            throw unusable(function, "there is no such class", null);
        } catch (InvocationTargetException e) {
            throw unusable(function, "its constructor threw " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw unusable(function, "it has no public constructor for the environment (a Map)", e);
        }
    }

    private static IllegalStateException unusable(
            LambdaFunction function, String why, @Nullable Exception cause) {
        var sentence =
                "The handler %s of %s cannot be used: %s."
                        .formatted(function.handler(), function.id(), why);
        return new IllegalStateException(sentence, cause);
    }

    public LambdaFunction function() {
        return function;
    }

    /// One invocation, in a thread of its own and within the function's time-out.
    public byte[] invoke(byte[] event) {
        var context = new InvocationContext(function, UUID.randomUUID().toString(), log);
        var work = executor.submit(() -> handler.call(event, context));
        try {
            var answer = work.get(function.timeout().toMillis(), TimeUnit.MILLISECONDS);
            if (answer.length > ANSWER_BYTES_MAX) {
                throw report(InvocationFailed.tooLarge(function.id(), answer.length), context);
            }
            return answer;
        } catch (ExecutionException e) {
            var cause = e.getCause();
            throw report(InvocationFailed.threw(function.id(), cause == null ? e : cause), context);
        } catch (TimeoutException _) {
            work.cancel(true);
            throw report(
                    InvocationFailed.timedOut(function.id(), function.timeout().toSeconds()),
                    context);
        } catch (InterruptedException e) {
            work.cancel(true);
            Thread.currentThread().interrupt();
            throw InvocationFailed.threw(function.id(), e);
        }
    }

    private InvocationFailed report(InvocationFailed failure, InvocationContext context) {
        return Correlation.under(
                context.getAwsRequestId(),
                () -> {
                    new Log(function.id(), Clock.systemUTC(), log::println)
                            .error("invocation failed", failure, "type", failure.errorType());
                    return failure;
                });
    }

    /// Interrupts what still runs.
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
