package dev.easel.simulator.job;

import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Body;
import dev.easel.simulator.web.Reply;

import java.time.Duration;
import java.util.Arrays;

/// How an answer gets to the caller, or does not.
public final class Delivery {

    public static final Duration HANG = Duration.ofMinutes(10);

    private static final Duration DRIP = Duration.ofSeconds(1);

    private Delivery() {}

    /// What arrives of a reply to a request that was carried out.
    public static Reply of(Scenario scenario, Reply reply) {
        var answer = reply instanceof Reply.Answer sent ? sent : null;
        return switch (scenario) {
            case RESET -> new Reply.Reset(answer);
            case HANG -> new Reply.Hang(HANG, answer);
            case BAD_GATEWAY_HTML -> new Reply.Garbled(badGateway(), answer);
            case BAD_JSON -> answer == null ? reply : new Reply.Garbled(cut(answer), answer);
            case DRIP -> answer == null ? reply : new Reply.Drip(answer, DRIP);
            default -> reply;
        };
    }

    /// No answer ever, and nothing was carried out.
    public static Reply silence() {
        return new Reply.Hang(HANG, null);
    }

    public static Reply.Answer page(int status, String heading) {
        return Reply.html(status, "<html><body><h1>" + heading + "</h1></body></html>");
    }

    /// What the edge says when it could not hear what the service answered.
    private static Reply.Answer badGateway() {
        return page(502, "502 Bad Gateway");
    }

    private static Reply.Answer cut(Reply.Answer whole) {
        var half = Arrays.copyOf(whole.body().bytes(), whole.body().length() / 2);
        return new Reply.Answer(whole.status(), whole.contentType(), Body.of(half));
    }
}
