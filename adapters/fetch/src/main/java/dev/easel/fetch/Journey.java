package dev.easel.fetch;

import dev.easel.fetch.Fetched.Arrived;
import dev.easel.fetch.Fetched.Failed;
import dev.easel.fetch.Reason.CutShort;
import dev.easel.fetch.Reason.Encoded;
import dev.easel.fetch.Reason.Refused;
import dev.easel.fetch.Reason.TooLarge;
import dev.easel.fetch.Reason.Unreachable;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;

/// One download: hop after hop, a connection each, until bytes arrive or something is in the way.
///
/// Only the parser of a client is used, not a client: what would remember cookies, answer challenges,
/// follow redirects, unpack bodies, ask the environment for a proxy or keep connections is not there.
final class Journey implements Callable<Fetched> {

    private static final int REDIRECTS_MAX = 3;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int SUCCESS = 2;

    private static final Http1Config LIMITS =
            Http1Config.custom().setMaxLineLength(8_192).setMaxHeaderCount(100).build();

    private final Gate gate;
    private final Dialer dialer;
    private final String url;
    private final Path into;
    private final long bytesMax;
    private final Runnable heard;
    private final Line line = new Line();
    private final Landing landing;

    /// The head had come, so that an error means that the body broke off.
    private boolean begun;

    Journey(Gate gate, Dialer dialer, String url, Path into, long bytesMax, Runnable heard) {
        this.gate = gate;
        this.dialer = dialer;
        this.url = url;
        this.into = into;
        this.bytesMax = bytesMax;
        this.heard = heard;
        this.landing = new Landing(into, bytesMax);
    }

    @Override
    public Fetched call() {
        try {
            return travel();
        } catch (NotAllowedException e) {
            return new Failed(e.reason());
        } catch (IOException | HttpException e) {
            return new Failed(
                    begun ? new CutShort() : new Unreachable(e.getClass().getSimpleName()));
        } finally {
            line.cut();
        }
    }

    /// Ends it from outside: nothing is sent, read or written any more.
    void abort() {
        line.cut();
        landing.abort();
    }

    private Fetched travel() throws IOException, HttpException {
        var here = gate.pass(url);
        for (int hop = 0; hop <= REDIRECTS_MAX; hop++) {
            begun = false;
            var answer = ask(here);
            begun = true;
            heard.run();
            var location = answer.getFirstHeader(HttpHeaders.LOCATION);
            if (!REDIRECTS.contains(answer.getCode()) || location == null) {
                return receive(answer);
            }
            here = gate.pass(here, location.getValue());
        }
        throw new NotAllowedException("more than " + REDIRECTS_MAX + " redirects");
    }

    /// The answer's head; its body is still on the line.
    private ClassicHttpResponse ask(Target target) throws IOException, HttpException {
        var connection = new DefaultBHttpClientConnection(LIMITS);
        connection.bind(
                gate.isOwn(target) ? dialer.dialOwn(target, line) : dialer.dial(target, line));
        return new HttpRequestExecutor()
                .execute(request(target), connection, HttpCoreContext.create());
    }

    private static ClassicHttpRequest request(Target target) {
        var request = new BasicClassicHttpRequest("GET", target.path());
        request.setHeader(HttpHeaders.HOST, target.authority());
        request.setHeader(HttpHeaders.ACCEPT, "*/*");
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        request.setHeader(HttpHeaders.USER_AGENT, "easel");
        request.setHeader(HttpHeaders.CONNECTION, "close");
        return request;
    }

    private Fetched receive(ClassicHttpResponse answer) throws IOException {
        if (answer.getCode() / 100 != SUCCESS) {
            return new Failed(new Refused(answer.getCode()));
        }
        for (var encoding : answer.getHeaders(HttpHeaders.CONTENT_ENCODING)) {
            if (!encoding.getValue().equalsIgnoreCase("identity")) {
                return new Failed(new Encoded(encoding.getValue()));
            }
        }
        var entity = answer.getEntity();
        if (entity != null && entity.getContentLength() > bytesMax) {
            return new Failed(new TooLarge(bytesMax));
        }
        var bytes =
                landing.receive(
                        entity == null ? InputStream.nullInputStream() : entity.getContent());
        return bytes.isPresent()
                ? new Arrived(into, bytes.getAsLong(), declaredType(answer))
                : new Failed(new TooLarge(bytesMax));
    }

    private static String declaredType(ClassicHttpResponse answer) {
        var type = answer.getFirstHeader(HttpHeaders.CONTENT_TYPE);
        return type == null ? "" : type.getValue();
    }
}
