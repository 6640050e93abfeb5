package dev.easel.upload;

import dev.easel.door.Call;
import dev.easel.door.Reply;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.failure.Violation;

import java.util.ArrayList;

/// `GET /v1/images?url=`: a picture of an allowed host under the type that its bytes have.
///
/// The answer is of our own making: nothing of the other side's headers comes through, and whatever
/// its bytes are besides a picture, a browser will not run it.
final class ImageFixRoute {

    static final String PARAMETER = "url";
    static final String POINTER = "/" + PARAMETER;

    private final ImageFix fix;

    ImageFixRoute(ImageFix fix) {
        this.fix = fix;
    }

    Reply read(Call call) {
        var fixed = fix.fix(url(call));
        return Reply.bytes(200, fixed.picture().contentType(), fixed.bytes())
                .with("x-content-type-options", "nosniff")
                .with("content-security-policy", "default-src 'none'; sandbox")
                // For our own pages; nobody else's are served by us.
                .with("cross-origin-resource-policy", "same-site")
                .with(
                        "content-disposition",
                        "inline; filename=\"image." + fixed.picture().extension() + "\"")
                .with("cache-control", "public, max-age=3600");
    }

    /// It is one parameter and the only one. Who forgets to escape it loses half of it to others.
    private static String url(Call call) {
        var violations = new ArrayList<Violation>();
        var url = call.query().getOrDefault(PARAMETER, "");
        if (url.isEmpty()) {
            violations.add(new Violation(POINTER, "is missing"));
        }
        call.query().keySet().stream()
                .filter(name -> !name.equals(PARAMETER))
                .sorted()
                .limit(1)
                .forEach(name ->
                        violations.add(
                                new Violation(
                                        POINTER,
                                        "must be the only parameter, and percent-encoded")));
        if (!violations.isEmpty()) {
            throw new FailureException(new Failure.InvalidRequest(violations));
        }
        return url;
    }
}
