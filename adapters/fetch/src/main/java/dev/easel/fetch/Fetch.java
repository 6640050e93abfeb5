package dev.easel.fetch;

import dev.easel.fetch.Fetched.Arrived;
import dev.easel.fetch.Fetched.Failed;
import dev.easel.fetch.Landing.Outcome;
import dev.easel.fetch.Reason.CutShort;
import dev.easel.fetch.Reason.NotAllowed;
import dev.easel.fetch.Reason.Refused;
import dev.easel.fetch.Reason.TooSlow;
import dev.easel.fetch.Reason.Unreachable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Downloads a file from an address that somebody else chose: no more bytes and no more time than
/// allowed, no cookies, no credentials, no proxy, redirects by hand and only where the [Gate] lets
/// them go.
public final class Fetch {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int REDIRECTS_MAX = 3;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Gate gate;
    private final HttpClient http;
    private final long bytesMax;
    private final Duration timeMax;

    /// The time is for all of one download: connecting, every redirect and the last byte. Only where
    /// `local`, the clear and this machine itself are allowed.
    public Fetch(long bytesMax, Duration timeMax, boolean local) {
        this.gate = new Gate(local);
        this.bytesMax = bytesMax;
        this.timeMax = timeMax;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(CONNECT_TIMEOUT)
                        .build();
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

    private Hop get(URI url, Path into, Duration left) {
        var landing = new Landing(into, bytesMax);
        var request =
                HttpRequest.newBuilder(url).header("Accept-Encoding", "identity").GET().build();
        var answer = http.sendAsync(request, landing);
        try {
            return hop(answer.get(left.toNanos(), TimeUnit.NANOSECONDS), url, into);
        } catch (TimeoutException e) {
            return failed(new TooSlow(timeMax));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(new Unreachable("interrupted"));
        } catch (ExecutionException e) {
            return failed(reason(e, landing));
        } finally {
            // The client's own time-outs end with the head. Only this ends a body that drips.
            answer.cancel(true);
            landing.abort();
        }
    }

    private static Hop hop(HttpResponse<Outcome> answer, URI url, Path into) {
        return switch (answer.body()) {
            case Outcome.Whole(var bytes, var type) ->
                    new Hop.Ended(new Arrived(into, bytes, type));
            case Outcome.Unwanted(Refused(var status)) when REDIRECTS.contains(status) ->
                    answer.headers()
                            .firstValue("Location")
                            .map(location -> onward(url, location))
                            .orElse(failed(new Refused(status)));
            case Outcome.Unwanted(var reason) -> failed(reason);
        };
    }

    private static Hop onward(URI url, String location) {
        try {
            return new Hop.Onward(url.resolve(new URI(location)));
        } catch (URISyntaxException e) {
            return failed(new NotAllowed("a redirect to what is no address"));
        }
    }

    /// Our own disk is not the other side: its failure is thrown, for nobody expects it.
    private static Reason reason(ExecutionException e, Landing landing) {
        var cause = Objects.requireNonNullElse(e.getCause(), e);
        if (cause instanceof UncheckedIOException disk) {
            throw disk;
        }
        return landing.begun() ? new CutShort() : new Unreachable(cause.getClass().getSimpleName());
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
