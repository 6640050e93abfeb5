package dev.easel.gateway;

import com.sun.net.httpserver.Headers;

import dev.easel.emulator.Emulator;
import dev.easel.site.LiveSite;
import dev.easel.template.Template;
import dev.easel.template.Throttle;
import dev.easel.template.Trigger.Route;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// The distribution and, behind it, the HTTP API in front of the functions: routes, payload format
/// 2.0, CORS, and the gateway's own errors.
public final class HttpFront implements Emulator {

    public static final String FLAG = "--port";

    private final Routes routes;
    private final CorsAnswer cors;
    private final Clock clock;
    private final Map<String, TokenBucket> buckets = new HashMap<>();
    private final @Nullable PageFront pages;
    private final HttpListener listener;
    private volatile @Nullable InvokeApi invoke;

    private HttpFront(
            int port,
            Routes routes,
            CorsAnswer cors,
            Map<String, Throttle> throttles,
            @Nullable PageFront pages,
            Clock clock) {
        this.routes = routes;
        this.cors = cors;
        this.clock = clock;
        this.pages = pages;
        throttles.forEach((route, one) -> buckets.put(route, new TokenBucket(one, clock)));
        this.listener = HttpListener.start(port, FLAG, this::serve);
    }

    /// Serves every route of these functions, and no page.
    public static HttpFront start(
            int port, Collection<FunctionRuntime> functions, Template template, Clock clock) {
        return start(port, functions, template, null, clock);
    }

    /// Serves every route of these functions, and these pages where the template's distribution says so.
    public static HttpFront start(
            int port,
            Collection<FunctionRuntime> functions,
            Template template,
            @Nullable LiveSite site,
            Clock clock) {
        var routes = new Routes();
        for (var function : functions) {
            for (var trigger : function.function().triggers()) {
                if (trigger instanceof Route route) {
                    routes.add(route, function);
                }
            }
        }
        return new HttpFront(
                port,
                routes,
                new CorsAnswer(template.apiCors()),
                template.throttles(),
                site == null || template.distributions().isEmpty()
                        ? null
                        : new PageFront(template.distributions().getFirst(), site),
                clock);
    }

    @Override
    public URI uri() {
        return listener.uri();
    }

    /// Speaks Invoke as well, where no service of Amazon's runs in this process that could.
    public void serve(InvokeApi api) {
        invoke = api;
    }

    private HttpReply serve(HttpCall call) {
        var api = invoke;
        if (api != null && call.path().startsWith(InvokeApi.PATH)) {
            return api.answer(call.method(), call.path(), call.body());
        }
        if (pages != null && pages.takes(call.path())) {
            return pages.answer(call);
        }
        var requestId = UUID.randomUUID().toString();
        var preflight = cors.isPreflight(call.method(), call.headers());
        var reply = preflight ? HttpReply.empty(204) : answer(call, requestId);
        try {
            return finished(reply, call, requestId, preflight);
        } catch (IllegalArgumentException _) {
            // A header of the function that no wire can carry.
            return finished(error(500, "Internal Server Error"), call, requestId, preflight);
        }
    }

    private HttpReply answer(HttpCall call, String requestId) {
        var match = routes.find(call.method(), call.path());
        if (match.isEmpty()) {
            return error(404, "Not Found");
        }
        var bucket = buckets.get(match.get().route().key());
        if (bucket != null && !bucket.take()) {
            // In the gateway's own words, and without Retry-After: the real one says no more.
            return error(429, "Too Many Requests");
        }
        var event = HttpEvent.of(call, match.get(), requestId, clock.instant());
        try {
            var answer =
                    match.get()
                            .function()
                            .invoke(event.toString().getBytes(StandardCharsets.UTF_8));
            return HttpReply.read(answer);
        } catch (InvocationFailed e) {
            return e.timedOut()
                    ? error(503, "Service Unavailable")
                    : error(500, "Internal Server Error");
        } catch (IOException _) {
            return error(500, "Internal Server Error");
        }
    }

    private static HttpReply error(int status, String message) {
        return HttpReply.message(status, message);
    }

    private HttpReply finished(
            HttpReply reply, HttpCall call, String requestId, boolean preflight) {
        var headers = new Headers();
        reply.headers()
                .forEach((name, values) -> {
                    if (!cors.drops(name) && !name.equals("content-length")) {
                        headers.put(name, values);
                    }
                });
        headers.set("apigw-requestid", requestId);
        cors.write(call.headers(), headers, preflight);
        return reply.withHeaders(headers);
    }

    @Override
    public void close() {
        listener.close();
    }
}
