package dev.easel.simulator.script;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How the provider behaves, for one request or until changed.
public enum Scenario {
    /// Everything works.
    NORMAL(Target.REQUEST),
    /// Each provider as its [Temper] is, for requests of the words that [Everyday] is about; everything
    /// works for all others. It can only stand: no single request is a day.
    EVERYDAY(Target.RUN),

    /// The input comes back as it was: succeeded, billed, nothing done.
    UNCHANGED(Target.RUN),
    /// A plain grey picture.
    BLANK(Target.RUN),
    /// The edit is there, and something beyond the mask changed too.
    CHANGED_OUTSIDE(Target.RUN),
    /// The picture is squeezed to another shape.
    WRONG_SIZE(Target.RUN),
    /// The output is served as `application/octet-stream`.
    OCTET_STREAM(Target.RUN),
    /// JPEG bytes, served as PNG, whatever was asked.
    JPEG_FOR_PNG(Target.RUN),
    /// The output stops in the middle of the file.
    TRUNCATED(Target.RUN),
    /// Succeeded, with nothing in it.
    EMPTY_OUTPUT(Target.RUN),
    /// The output URL has expired before anybody could see it.
    EXPIRED_OUTPUT(Target.RUN),
    /// Succeeded, with `{"image":{"url"}}` whatever the shape of the model is.
    OTHER_SHAPE(Target.RUN),
    /// Ends `partial_succeeded`, with its output.
    PARTIAL(Target.RUN),
    /// Fails with `INPUT_VALIDATION_FAILED` in `preprocess`.
    FAILED(Target.RUN),
    /// Fails with a code that is documented nowhere.
    FAILED_UNKNOWN(Target.RUN),
    /// Fails because of what the words or the picture show.
    MODERATED(Target.RUN),
    /// Ends `canceled`, as an operator of theirs can do.
    CANCELED(Target.RUN),
    /// Stays queued for ever.
    STUCK(Target.RUN),
    /// Takes ten times as long.
    SLOW(Target.RUN),
    /// Reports a status that no document lists while it runs.
    UNKNOWN_STATUS(Target.RUN),
    /// The first two reads of the run answer 503.
    POLL_UNAVAILABLE(Target.RUN),
    /// The first two reads of the run get no answer at all.
    POLL_HANG(Target.RUN),
    /// The run is taken, worked and billed, and from then on nobody knows it: every read answers
    /// 404, and the list leaves it out.
    RUN_LOST(Target.RUN),
    /// The run is taken, and the 201 has no `id`.
    NO_ID(Target.RUN),
    /// Models of several pictures want them in one zip again: 422 for the URLs.
    ZIP_CONTRACT(Target.RUN),
    /// Of the two known forms of a request only the newer is taken.
    NEW_CONTRACT(Target.RUN),
    /// Of the two known forms of a request only the older is taken.
    OLD_CONTRACT(Target.RUN),
    /// The picture is made by another model than the one that was asked.
    SUBSTITUTED_MODEL(Target.RUN),

    /// 429 without any header.
    RATE_LIMITED(Target.REQUEST),
    /// 429 with `Retry-After` in seconds.
    RATE_LIMITED_SECONDS(Target.REQUEST),
    /// 429 with `Retry-After` as an HTTP date.
    RATE_LIMITED_DATE(Target.REQUEST),
    /// 429 with `X-RateLimit-Reset`, as the older contract had it.
    RATE_LIMITED_RESET(Target.REQUEST),
    /// 402 with `INSUFFICIENT_CREDIT`.
    NO_CREDIT(Target.REQUEST),
    /// 402 with `INSUFFICIENT_CREDITS`.
    NO_CREDITS(Target.REQUEST),
    /// 503 with `MODEL_UNAVAILABLE`.
    UNAVAILABLE(Target.REQUEST),
    /// 500 with a page of HTML.
    ERROR_HTML(Target.REQUEST),
    /// 502 with the other envelope, `{"error":{...}}`.
    ERROR_NESTED(Target.REQUEST),
    /// 200 with a page of HTML, from something in between: nothing was carried out.
    HTML_OK(Target.REQUEST),
    /// 422 with `errors[]`.
    INVALID(Target.REQUEST),
    /// 422 with `detail[]`.
    INVALID_DETAIL(Target.REQUEST),
    /// 401, whatever the key.
    UNAUTHORIZED(Target.REQUEST),
    /// 403 with `PERMISSION_DENIED`.
    PERMISSION_DENIED(Target.REQUEST),
    /// 403 with `EMAIL_NOT_VERIFIED`.
    EMAIL_NOT_VERIFIED(Target.REQUEST),
    /// 403 with `ORGANIZATION_MEMBERSHIP_REQUIRED`.
    MEMBERSHIP_REQUIRED(Target.REQUEST),
    /// The request is carried out, and no answer ever comes.
    HANG(Target.REQUEST),
    /// The request is carried out, and the connection closes without an answer.
    RESET(Target.REQUEST),
    /// The connection closes without an answer, and nothing was carried out.
    RESET_BEFORE(Target.REQUEST),
    /// The request is carried out, and the edge answers 502 with a page of HTML.
    BAD_GATEWAY_HTML(Target.REQUEST),
    /// The request is carried out, and its answer is cut in the middle of the JSON.
    BAD_JSON(Target.REQUEST),
    /// The request is carried out, and its answer comes at one byte a second.
    DRIP(Target.REQUEST),

    /// A run is listed two seconds after its creation and not before.
    LIST_LAG(Target.LIST),
    /// The list of runs answers 503.
    LIST_UNAVAILABLE(Target.LIST),

    /// Completed without a verdict: `overall_passed` and `weighted_pass_rate` are null.
    EVALUATION_NULL(Target.EVALUATION),
    /// Ends failed.
    EVALUATION_FAILED(Target.EVALUATION),
    /// The first two requests for an evaluation under one reference answer 503.
    EVALUATION_UNAVAILABLE(Target.EVALUATION),
    /// Takes 240 seconds, or what the options say, whatever the pace.
    EVALUATION_SLOW(Target.EVALUATION),
    /// Never ends.
    EVALUATION_NEVER(Target.EVALUATION);

    private final Target target;

    Scenario(Target target) {
        this.target = target;
    }

    public Target target() {
        return target;
    }

    /// The name on the wire, in kebab case.
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Scenario> named(String wire) {
        return Arrays.stream(values()).filter(scenario -> scenario.wire().equals(wire)).findFirst();
    }

    /// Whether a request of this kind can be played so.
    boolean concerns(Target kind) {
        return target == kind || (target == Target.REQUEST && kind != Target.LIST);
    }
}
