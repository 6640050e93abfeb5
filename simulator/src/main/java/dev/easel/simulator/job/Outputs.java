package dev.easel.simulator.job;

import dev.easel.simulator.web.Body;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The pictures that were made, on disk, behind URLs that are signed and die.
public final class Outputs {

    /// One day. Theirs was seen to be one to three days and is promised nowhere.
    public static final Duration LIFE = Duration.ofDays(1);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /// A picture that is kept: `name` is a file name, and `contentType` what it is served as.
    public record Kept(String name, String contentType, int width, int height) {}

    private final Path folder;
    private final byte[] secret;

    public Outputs(Path folder, long seed) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.secret = ("outputs " + seed).getBytes(StandardCharsets.UTF_8);
    }

    public void keep(Kept kept, byte[] bytes) throws IOException {
        Files.write(folder.resolve(kept.name()), bytes);
    }

    public Body read(Kept kept) throws IOException {
        return Body.of(Files.readAllBytes(folder.resolve(kept.name())));
    }

    public void forget(List<Kept> all) throws IOException {
        for (var kept : all) {
            Files.deleteIfExists(folder.resolve(kept.name()));
        }
    }

    /// A URL that works from `signed` for as long as `life`.
    public URI url(URI base, Kept kept, Instant signed, Duration life) {
        var terms = terms(kept.contentType(), STAMP.format(signed), life.toSeconds());
        var path = "/outputs/" + kept.name();
        return URI.create(
                base + path + "?" + terms + "&X-Amz-Signature=" + signature(path + "?" + terms));
    }

    /// Serves a picture as S3 would: 403 in XML when the signature is wrong or its time is over.
    public Reply serve(Request request, Instant now) throws IOException {
        var type = request.parameter("response-content-type").orElse("");
        var date = request.parameter("X-Amz-Date").orElse("");
        var life = request.parameter("X-Amz-Expires").orElse("");
        var signature = request.parameter("X-Amz-Signature").orElse("");
        if (!life.matches("\\d{1,9}")
                || !signature.equals(
                        signature(
                                request.path() + "?" + terms(type, date, Long.parseLong(life))))) {
            return denied("SignatureDoesNotMatch", "The signature does not match");
        }
        if (now.isAfter(signedAt(date).plusSeconds(Long.parseLong(life)))) {
            return denied("AccessDenied", "Request has expired");
        }
        var file = folder.resolve(Path.of(request.path()).getFileName().toString());
        return Files.exists(file)
                ? new Reply.Answer(200, type, Body.of(Files.readAllBytes(file)))
                : Reply.xml(404, "<Error><Code>NoSuchKey</Code></Error>");
    }

    private static String terms(String type, String date, long life) {
        return "response-content-type="
                + type.replace("/", "%2F")
                + "&X-Amz-Date="
                + date
                + "&X-Amz-Expires="
                + life;
    }

    private static Instant signedAt(String date) {
        try {
            return Instant.from(STAMP.parse(date));
        } catch (DateTimeException e) {
            return Instant.MIN;
        }
    }

    private static Reply denied(String code, String message) {
        return Reply.xml(
                403,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>"
                        + code
                        + "</Code><Message>"
                        + message
                        + "</Message></Error>");
    }

    private String signature(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
