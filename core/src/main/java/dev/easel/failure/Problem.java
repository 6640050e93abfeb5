package dev.easel.failure;

import dev.easel.quota.Standing;

import java.util.List;
import java.util.Map;

/// How a caller hears of a [Failure]: an RFC 9457 problem. `extensions` become members of its top
/// level.
public record Problem(
        int status,
        String code,
        String title,
        String detail,
        List<Violation> violations,
        Map<String, Object> extensions) {

    public Problem {
        violations = List.copyOf(violations);
        extensions = Map.copyOf(extensions);
    }

    /// The problem's type: a path, because an operator's host is not ours to know.
    public String type() {
        return "/problems/" + code;
    }

    /// The one place where a failure becomes an HTTP status.
    public static Problem of(Failure failure) {
        return switch (failure) {
            case Failure.InvalidRequest(var violations) ->
                    new Problem(
                            400,
                            "invalid-request",
                            "The request is not valid",
                            sentence(violations),
                            violations,
                            Map.of());
            case Failure.NotAvailableYet(var pointer) ->
                    new Problem(
                            400,
                            "not-available-yet",
                            "This is not available yet",
                            pointer
                                    + " is part of the API, but nothing stands behind it yet. Leave"
                                    + " it out.",
                            List.of(new Violation(pointer, "is not available yet")),
                            Map.of());
            case Failure.BodyTooLarge(var bytesMax) ->
                    problem(
                            413,
                            "body-too-large",
                            "The body is too large",
                            "A body may have at most "
                                    + bytesMax
                                    + " bytes. Pictures go up through POST /v1/uploads.");
            case Failure.NotFound(var what) ->
                    problem(404, "not-found", "Not found", "There is no such " + what + ".");
            case Failure.ComingSoon(var notice) ->
                    problem(403, "coming-soon", "This workflow is coming soon", notice);
            case Failure.Parked(var notice) ->
                    new Problem(
                            403,
                            "parked",
                            "This workflow is resting",
                            notice,
                            List.of(),
                            Map.of("retryable", true));
            case Failure.ModelNotAllowed(var model) ->
                    new Problem(
                            403,
                            "model-not-allowed",
                            "This is not allowed here",
                            "What this workflow needs at this tier is not on the allowlist of this"
                                    + " deployment. Another tier may work.",
                            List.of(),
                            Map.of("model", model));
            case Failure.KeyReused() ->
                    problem(
                            422,
                            "key-reused",
                            "This Idempotency-Key was used for another request",
                            "Send a new key with a new request, or the same request with the same"
                                    + " key.");
            case Failure.AlreadyEnded(var status) ->
                    problem(
                            409,
                            "already-ended",
                            "It has ended already",
                            "It " + status + " before it could be cancelled.");
            case Failure.NothingToJudge(var status) ->
                    problem(
                            409,
                            "nothing-to-judge",
                            "There is no output to judge",
                            "It is " + status + ": only an output that is there can be judged.");
            case Failure.NothingToCorrect() ->
                    problem(
                            409,
                            "nothing-to-correct",
                            "There is no fault to correct",
                            "Only what was judged amber or red can be tried again with what was"
                                    + " found.");
            case Failure.Exhausted(var what, var most) ->
                    problem(
                            409,
                            "exhausted",
                            "There are enough of these",
                            "It has the " + most + " " + what + " already that it may have.");
            case Failure.Busy(var retryAfter) ->
                    new Problem(
                            503,
                            "busy",
                            "Too busy right now",
                            "It could not be found out in time whether this may come in. Try again"
                                    + " in a moment; with the same Idempotency-Key nothing is done"
                                    + " or counted twice.",
                            List.of(),
                            Map.of("retryable", true, "retry_after", retryAfter.toSeconds()));
            case Failure.RateLimited(var full, _) ->
                    limited(
                            "rate-limited",
                            "Too many " + full.quota().unit() + " from this address",
                            "This address has had its "
                                    + full.quota().inWords()
                                    + " in "
                                    + InWords.of(full.quota().window())
                                    + ". The next is possible in "
                                    + InWords.of(full.nextIn())
                                    + ".",
                            full);
            case Failure.DayFull(var full, _) ->
                    limited(
                            "day-full",
                            "No " + full.quota().unit() + " are left today",
                            "All "
                                    + full.quota().inWords()
                                    + " of this day (UTC) are taken. The next day begins in "
                                    + InWords.of(full.nextIn())
                                    + ".",
                            full);
            case Failure.PictureRefused(var reason) ->
                    problem(422, "picture-refused", "This picture cannot be used", reason);
            case Failure.HostNotAllowed() ->
                    problem(
                            403,
                            "host-not-allowed",
                            "This host is not allowed here",
                            "Pictures are served from the hosts alone that this deployment lists.");
            case Failure.ImageTooLarge(var limit) ->
                    problem(
                            413,
                            "image-too-large",
                            "The picture is too large",
                            "A picture of another host may have at most " + limit + ".");
            case Failure.NotAnImage() ->
                    problem(
                            415,
                            "not-an-image",
                            "This is no picture",
                            "What came is no PNG, JPEG, WebP or GIF, whatever it is called.");
            case Failure.ImageUnavailable() ->
                    // Not 502: it is neither our fault nor something to wake an operator with.
                    new Problem(
                            424,
                            "image-unavailable",
                            "The picture did not come",
                            "It could not be fetched from its host. Its address may have died.",
                            List.of(),
                            Map.of("retryable", true));
            case Failure.MaskRefused(var code, var reason, var coverage) ->
                    new Problem(
                            422,
                            code,
                            "This mask cannot be used",
                            reason,
                            List.of(),
                            Map.of("mask_coverage", coverage));
        };
    }

    private static Problem limited(String code, String title, String detail, Standing full) {
        return new Problem(
                429,
                code,
                title,
                detail,
                List.of(),
                Map.of(
                        "limit",
                        full.quota().name(),
                        "retryable",
                        true,
                        "retry_after",
                        full.nextInSeconds()));
    }

    private static Problem problem(int status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, List.of(), Map.of());
    }

    private static String sentence(List<Violation> violations) {
        var first = violations.getFirst();
        var where = first.pointer().isEmpty() ? "The body" : first.pointer();
        return where
                + " "
                + first.reason()
                + (violations.size() == 1 ? "." : ", and " + (violations.size() - 1) + " more.");
    }
}
