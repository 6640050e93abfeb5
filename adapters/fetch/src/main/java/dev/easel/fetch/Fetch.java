package dev.easel.fetch;

import static java.util.stream.Collectors.toSet;

import dev.easel.fetch.Fetched.Arrived;
import dev.easel.fetch.Fetched.Failed;
import dev.easel.fetch.Reason.CutShort;
import dev.easel.fetch.Reason.Encoded;
import dev.easel.fetch.Reason.NotAllowed;
import dev.easel.fetch.Reason.Refused;
import dev.easel.fetch.Reason.TooLarge;
import dev.easel.fetch.Reason.TooSlow;
import dev.easel.fetch.Reason.Unreachable;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/// Downloads a file from an address that somebody else chose: no more bytes and no more time than
/// allowed, redirects by hand, and nowhere inside: by its letters ([Gate]), by where its name leads, and
/// by where the socket connects ([Dialling]).
public final class Fetch {

    /// The objection to a host that is not listed.
    public static final String OTHER_HOST = "another host";

    private static final int REDIRECTS_MAX = 3;
    private static final int LINK_LETTERS_MAX = 2048;
    private static final int BUFFER = 16_384;
    private static final Duration LAST_WRITE = Duration.ofSeconds(1);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Gate gate;
    private final Client client;
    private final long bytesMax;
    private final Duration timeMax;

    /// The time is for all of one download: looking the name up, connecting, every redirect and the last
    /// byte. Only where `local`, the clear and this machine itself are allowed.
    public Fetch(long bytesMax, Duration timeMax, boolean local) {
        this(local ? Policy.local() : Policy.open(), bytesMax, timeMax);
    }

    private Fetch(Policy policy, long bytesMax, Duration timeMax) {
        this(
                policy,
                InetAddress::getAllByName,
                policy.addresses(),
                policy.addresses(),
                bytesMax,
                timeMax);
    }

    /// @param named the gate of names
    /// @param dialled the gate of sockets
    Fetch(
            Policy policy,
            Dialling.Names names,
            Predicate<InetAddress> named,
            Predicate<InetAddress> dialled,
            long bytesMax,
            Duration timeMax) {
        this.gate = new Gate(policy);
        this.client =
                new Client(
                        new Dialling.Resolver(names, named),
                        dialled,
                        Timeout.ofMilliseconds(Math.max(1, timeMax.toMillis())));
        this.bytesMax = bytesMax;
        this.timeMax = timeMax;
    }

    /// From these hosts alone. `cdn.example.com` is that host, `.example.com` every host below it; and
    /// `127.0.0.1`, where it is listed, this machine, in the clear.
    public static Fetch from(Set<String> hosts, long bytesMax, Duration timeMax) {
        var home = hosts.stream().filter(Policy.local().home()::contains).collect(toSet());
        var open = home.isEmpty() ? Policy.open() : Policy.local();
        var policy =
                new Policy(
                        open.clear(),
                        open.ports(),
                        host -> hosts.stream().anyMatch(one -> isOf(host, one)),
                        home,
                        open.addresses(),
                        LINK_LETTERS_MAX);
        return new Fetch(policy, bytesMax, timeMax);
    }

    private static boolean isOf(String host, String listed) {
        return listed.startsWith(".") ? host.endsWith(listed) : host.equals(listed);
    }

    /// What speaks against an address by its letters alone; [#OTHER_HOST] when all is well with it but
    /// its host.
    public Optional<String> objection(URI url) {
        return gate.objection(url);
    }

    /// Downloads into the file, which may exist; after a failure it does not. Throws only when the
    /// disk fails.
    public Fetched fetch(URI url, Path into) {
        var fetched = travel(url, into);
        if (fetched instanceof Failed) {
            delete(into);
        }
        return fetched;
    }

    private Fetched travel(URI url, Path into) {
        var started = System.nanoTime();
        var here = url;
        var objection = gate.objection(here);
        for (var hop = 0; hop <= REDIRECTS_MAX; hop++) {
            if (objection.isPresent()) {
                return new Failed(new NotAllowed(objection.get()));
            }
            var left = timeMax.minusNanos(System.nanoTime() - started);
            switch (get(here, into, left)) {
                case Hop.Ended(var fetched) -> {
                    return fetched;
                }
                case Hop.Onward(var next) -> {
                    objection = gate.objection(here, next);
                    here = next;
                }
            }
        }
        return new Failed(new NotAllowed("more than " + REDIRECTS_MAX + " redirects"));
    }

    /// On a thread of its own: neither a look-up that hangs nor a body that drips outlasts the deadline.
    private Hop get(URI url, Path into, Duration left) {
        var request = new HttpGet(url);
        var task = new FutureTask<>(() -> send(request, url, into));
        var thread = Thread.ofVirtual().start(task);
        try {
            return task.get(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return failed(new TooSlow(timeMax));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(new Unreachable("interrupted"));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(e.getCause());
        } finally {
            request.cancel();
            await(thread);
        }
    }

    /// Whoever deletes the file must find nobody who still writes. A look-up that hangs is not waited
    /// for: what was cancelled before it connects opens no file.
    private static void await(Thread thread) {
        try {
            thread.join(LAST_WRITE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Hop send(HttpGet request, URI url, Path into) {
        request.setHeader("Accept-Encoding", "identity");
        var begun = new AtomicBoolean();
        var received = new AtomicReference<@Nullable Hop>();
        try (var http = client.open()) {
            http.execute(
                    request,
                    answer -> {
                        begun.set(true);
                        received.set(receive(answer, url, into));
                        // What is not wanted may have no end: closing must not read on to it.
                        request.cancel();
                        return null;
                    });
        } catch (Dialling.Shut e) {
            return failed(new NotAllowed(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            if (received.get() == null) {
                return failed(
                        begun.get()
                                ? new CutShort()
                                : new Unreachable(e.getClass().getSimpleName()));
            }
        }
        return Objects.requireNonNull(received.get());
    }

    private Hop receive(ClassicHttpResponse answer, URI url, Path into) throws IOException {
        int status = answer.getCode();
        var location = answer.getFirstHeader("Location");
        if (REDIRECTS.contains(status) && location != null) {
            return onward(url, location.getValue());
        }
        if (status / 100 != 2) {
            return failed(new Refused(status));
        }
        var encoding = encoding(answer);
        if (!encoding.isEmpty()) {
            return failed(new Encoded(encoding));
        }
        var entity = answer.getEntity();
        if (entity == null) {
            return failed(new CutShort());
        }
        if (entity.getContentLength() > bytesMax) {
            return failed(new TooLarge(bytesMax));
        }
        var type = answer.getFirstHeader("Content-Type");
        return keep(entity.getContent(), into, type == null ? "" : type.getValue());
    }

    /// What the body was packed in; empty where it was not.
    private static String encoding(ClassicHttpResponse answer) {
        return Arrays.stream(answer.getHeaders("Content-Encoding"))
                .map(Header::getValue)
                .filter(value -> !value.strip().toLowerCase(Locale.ROOT).equals("identity"))
                .findFirst()
                .orElse("");
    }

    private Hop keep(InputStream body, Path into, String type) throws IOException {
        long bytes = 0;
        var buffer = new byte[BUFFER];
        try (var file = open(into)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
                if (bytes > bytesMax) {
                    return failed(new TooLarge(bytesMax));
                }
                write(file, buffer, read);
            }
        }
        return new Hop.Ended(new Arrived(into, bytes, type));
    }

    /// Our own disk is not the other side: its failure is thrown, for nobody expects it.
    private static OutputStream open(Path into) {
        try {
            return Files.newOutputStream(into);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream file, byte[] buffer, int length) {
        try {
            file.write(buffer, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Hop onward(URI url, String location) {
        try {
            return new Hop.Onward(url.resolve(new URI(location)));
        } catch (URISyntaxException e) {
            return failed(new NotAllowed("a redirect to what is no address"));
        }
    }

    private static Hop failed(Reason reason) {
        return new Hop.Ended(new Failed(reason));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What one request led to.
    private sealed interface Hop {
        record Ended(Fetched fetched) implements Hop {}

        record Onward(URI next) implements Hop {}
    }
}
