package dev.easel.fetch;

import dev.easel.fetch.Fetched.Failed;
import dev.easel.fetch.Reason.TooSlow;
import dev.easel.fetch.Reason.Unreachable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Downloads a file from an address that somebody else chose, and cannot be led inside by it: no more
/// bytes and no more time than allowed, no cookies, no credentials, no proxy, and at every hop only
/// where [Gate] and [Dialer] let it go.
public final class Fetch {

    private final Gate gate;
    private final Dialer dialer;
    private final long bytesMax;
    private final Duration timeMax;

    /// The time is for all of one download: names, connections, every redirect and the last byte.
    public Fetch(long bytesMax, Duration timeMax, Destinations destinations) {
        this(bytesMax, timeMax, new Gate(destinations), new Dialer());
    }

    Fetch(long bytesMax, Duration timeMax, Gate gate, Dialer dialer) {
        this.gate = gate;
        this.dialer = dialer;
        this.bytesMax = bytesMax;
        this.timeMax = timeMax;
    }

    /// Downloads into the file, which may exist; after a failure it does not. Throws only when the
    /// disk fails.
    public Fetched fetch(String url, Path into) {
        return fetch(url, into, () -> {});
    }

    /// The same, and runs `heard` when the other side begins to answer, on another thread.
    public Fetched fetch(String url, Path into, Runnable heard) {
        var journey = new Journey(gate, dialer, url, into, bytesMax, heard);
        var task = new FutureTask<>(journey);
        // A thread of its own, because a name server cannot be interrupted; and not a virtual one,
        // which would keep the only carrier of a small function while it waits.
        Thread.ofPlatform().daemon().name("fetch").start(task);
        var fetched = await(task);
        journey.abort();
        if (fetched instanceof Failed) {
            delete(into);
        }
        return fetched;
    }

    /// What speaks against an address before anything is done for it, told by its spelling alone: either
    /// [Reason.NotAllowed] or [Reason.NotListed]. Where its name leads is asked when it is fetched.
    public Optional<Reason> objection(String url) {
        try {
            gate.pass(url);
            return Optional.empty();
        } catch (NotAllowedException e) {
            return Optional.of(e.reason());
        }
    }

    private Fetched await(FutureTask<Fetched> task) {
        try {
            return task.get(timeMax.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return new Failed(new TooSlow(timeMax));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Failed(new Unreachable("interrupted"));
        } catch (ExecutionException e) {
            // The other side's failures have been told. This is the disk's, or a bug.
            if (e.getCause() instanceof RuntimeException ours) {
                throw ours;
            }
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
