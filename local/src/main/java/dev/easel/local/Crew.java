package dev.easel.local;

import dev.easel.emulator.EmulatorException;
import dev.easel.template.TemplateException;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Starts things side by side, remembers all that came up, and closes them last in, first out.
final class Crew implements AutoCloseable {

    private final ArrayDeque<AutoCloseable> up = new ArrayDeque<>();

    <T extends AutoCloseable> T keep(T started) {
        synchronized (up) {
            up.push(started);
        }
        return started;
    }

    /// Runs all tasks at once and waits for all, so that whatever came up is known even if one of
    /// them fails.
    ///
    /// Platform threads: loading classes, which is most of the work, would pin virtual ones.
    void together(List<Callable<?>> tasks) {
        var failures = new ArrayList<Throwable>();
        try (var executor =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().name("start-", 0).factory())) {
            var futures = new ArrayList<Future<?>>();
            tasks.forEach(task -> futures.add(executor.submit(task)));
            for (var future : futures) {
                await(future, failures);
            }
        }
        if (!failures.isEmpty()) {
            throw sentence(failures.getFirst());
        }
    }

    private static void await(Future<?> future, List<Throwable> failures) {
        try {
            future.get();
        } catch (ExecutionException e) {
            var cause = e.getCause();
            failures.add(cause == null ? e : cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failures.add(e);
        }
    }

    static RuntimeException sentence(Throwable failure) {
        return switch (failure) {
            case EmulatorException e -> e;
            case TemplateException e -> e;
            case StackException e -> e;
            default -> {
                var message = failure.getMessage();
                yield new StackException(message == null ? failure.toString() : message, failure);
            }
        };
    }

    /// One that cannot be closed does not keep the others open.
    @Override
    public void close() {
        var failures = new ArrayList<Exception>();
        while (true) {
            AutoCloseable next;
            synchronized (up) {
                if (up.isEmpty()) {
                    break;
                }
                next = up.pop();
            }
            try {
                next.close();
            } catch (Exception e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw new StackException(
                    "Not everything could be closed: " + failures, failures.getFirst());
        }
    }
}
