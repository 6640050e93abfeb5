package dev.easel.simulator.job;

import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Reply;

import java.util.Optional;

/// How a provider says no, in its own words. What stands between it and its customers speaks HTML.
public interface Refusals {

    /// How long a caller who is limited has to wait.
    int LIMIT_SECONDS = 3;

    /// With whatever hint it gives of when to come back.
    Reply.Answer limited();

    /// No money is left.
    Reply.Answer noCredit();

    /// The other way in which an account is at its end.
    Reply.Answer noCredits();

    Reply.Answer unavailable();

    /// A field is wrong, and named.
    Reply.Answer invalid();

    Reply.Answer unauthorized();

    Reply.Answer permissionDenied();

    /// What a scenario answers in place of everything else, if it is one of those.
    default Optional<Reply> of(Scenario scenario) {
        return Optional.ofNullable(
                switch (scenario) {
                    case RATE_LIMITED -> limited();
                    case RATE_LIMITED_SECONDS -> limited().with("Retry-After", "" + LIMIT_SECONDS);
                    case NO_CREDIT -> noCredit();
                    case NO_CREDITS -> noCredits();
                    case UNAVAILABLE -> unavailable();
                    case INVALID -> invalid();
                    case UNAUTHORIZED -> unauthorized();
                    case PERMISSION_DENIED -> permissionDenied();
                    case ERROR_HTML -> Delivery.page(500, "500 Internal Server Error");
                    case HTML_OK -> Delivery.page(200, "Sign in to the network");
                    case RESET_BEFORE -> new Reply.Reset(null);
                    default -> null;
                });
    }
}
