package dev.easel.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.local.Wire.Request;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Requests of which each has one certain fault: a valid one of some route is taken, and one thing
/// of it is broken. The same seed gives the same requests.
final class BadRequests {

    private static final String NOBODY = "z".repeat(26);
    private static final byte[] NOTHING = new byte[0];

    private final Random random;
    private final String waiting;

    /// @param waiting a mask that was announced and has arrived, and which no request may complete
    BadRequests(long seed, String waiting) {
        this.random = new Random(seed);
        this.waiting = waiting;
    }

    Request next() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> post("/v1/uploads", json(upload()));
            case 2, 3, 4 -> post("/v1/generations", json(generation()));
            case 5 -> post(one("/v1/uploads", "/v1/generations"), noJson());
            case 6 -> completion();
            case 7 ->
                    new Request(
                            "POST",
                            "/v1/generations",
                            List.of("idempotency-key: " + one(WrongValues.NO_KEYS)),
                            create());
            case 8 -> reading();
            default -> nowhere();
        };
    }

    /// The body of an upload with one field broken.
    private String upload() {
        var valid =
                List.of(
                        "\"kind\":\"image\"",
                        "\"content_type\":\"image/png\"",
                        "\"bytes\":100",
                        "\"sha256\":\"" + "A".repeat(43) + "=\"");
        return switch (random.nextInt(6)) {
            case 0 -> with(valid, 0, "\"kind\":" + noChoice());
            case 1 -> with(valid, 1, "\"content_type\":" + noChoice());
            case 2 ->
                    with(
                            valid,
                            2,
                            "\"bytes\":" + one(one(WrongValues.NO_NUMBERS), "0", "25000001"));
            case 3 -> with(valid, 3, "\"sha256\":" + noChoice());
            case 4 -> with(valid, random.nextInt(4), null);
            default -> spoilt(valid);
        };
    }

    /// The body of an order with one field broken.
    private String generation() {
        var fields = new ArrayList<>(List.of("\"workflow\":\"create\"", "\"prompt\":\"a boat\""));
        fields.add("\"tier\":\"1K\"");
        switch (random.nextInt(12)) {
            case 0 -> fields.set(0, "\"workflow\":" + noChoice());
            case 1 ->
                    fields.set(
                            1,
                            "\"prompt\":"
                                    + one(
                                            one(WrongValues.NO_TEXTS),
                                            "\"\"",
                                            "\"  a \"",
                                            text(4001)));
            case 2 -> fields.set(2, "\"tier\":" + noChoice());
            case 3 -> fields.add("\"aspect_ratio\":" + noChoice());
            case 4 -> fields.add("\"pin\":" + one(one(WrongValues.NO_OBJECTS), pin()));
            case 5 -> fields.add("\"metadata\":" + one(one(WrongValues.NO_OBJECTS), metadata()));
            case 6 ->
                    fields.add(
                            "\"callback_url\":"
                                    + one(one(WrongValues.NO_TEXTS), "\"https://example.com\""));
            case 7 -> fields.add("\"inputs\":" + one(one(WrongValues.NO_OBJECTS), inputs()));
            case 8 ->
                    fields.set(
                            0,
                            "\"workflow\":\""
                                    + one("remove-tag", "remove-object", "product-set")
                                    + "\"");
            case 9 -> fields.remove(random.nextInt(2));
            default -> {
                return spoilt(fields);
            }
        }
        return "{" + String.join(",", fields) + "}";
    }

    private String pin() {
        return one(
                "{\"x\":1,\"y\":1}",
                "{\"x\":%s,\"y\":1}".formatted(one(WrongValues.NO_NUMBERS)),
                "{\"x\":1}",
                "{\"x\":1,\"y\":1,\"z\":1}");
    }

    private String metadata() {
        return one(
                "{\"\":\"x\"}",
                "{\"a\":%s}".formatted(one(WrongValues.NO_TEXTS)),
                "{\"a\":" + text(501) + "}",
                "{" + text(101) + ":\"x\"}",
                "{\"\\ud800\":\"x\"}",
                IntStream.range(0, 21)
                        .mapToObj(i -> "\"m" + i + "\":\"x\"")
                        .collect(Collectors.joining(",", "{", "}")));
    }

    private String inputs() {
        var image =
                one(
                        one(WrongValues.NO_OBJECTS),
                        "{}",
                        "{\"upload\":%s}".formatted(noChoice()),
                        "{\"upload\":\"img_%s\"}".formatted(NOBODY),
                        "{\"upload\":\"msk_%s\"}".formatted(NOBODY),
                        "{\"generation\":%s}".formatted(noChoice()),
                        "{\"generation\":\"gen_%s\",\"output\":%s}"
                                .formatted(NOBODY, one(WrongValues.NO_NUMBERS)),
                        "{\"generation\":\"gen_%s\"}".formatted(NOBODY),
                        "{\"upload\":\"img_%s\",\"generation\":\"gen_%s\"}"
                                .formatted(NOBODY, NOBODY),
                        "{\"upload\":\"img_%s\",\"x\":1}".formatted(NOBODY));
        return one(
                "{\"image\":%s}".formatted(image),
                "{\"mask\":%s}".formatted(image),
                "{\"references\":[%s]}".formatted(image),
                "{\"references\":%s}".formatted(one("7", "{}", "\"x\"", "[7]", "[null]", "[[]]")),
                "{\"references\":[%s]}".formatted(String.join(",", Collections.nCopies(5, image))),
                "{\"%s\":1}".formatted(one("images", "", "\\ud800", "x".repeat(300))));
    }

    /// A completion of a mask that is there, with a body that is wrong for it, or of nothing at all.
    private Request completion() {
        var body =
                one(
                        "",
                        "{}",
                        "{\"image\":%s}".formatted(noChoice()),
                        "{\"image\":null}",
                        "{\"image\":\"img_%s\"}".formatted(NOBODY),
                        "{\"image\":\"%s\"}".formatted(waiting),
                        "{\"image\":\"img_%s\",\"x\":1}".formatted(NOBODY),
                        one(WrongValues.NO_JSON),
                        deep());
        var id = one(waiting, one(WrongValues.NO_IDS));
        return post("/v1/uploads/" + id + "/complete", body.getBytes(UTF_8));
    }

    private Request reading() {
        var target =
                one(
                        "/v1/generations/" + one(WrongValues.NO_IDS),
                        "/v1/generations/"
                                + one(WrongValues.NO_IDS)
                                + "?x="
                                + one(WrongValues.NO_IDS),
                        "/v1/images/" + one(WrongValues.NO_IDS) + "/0",
                        "/v1/images?url=" + one(WrongValues.NO_IDS),
                        "/v1/images/gen_"
                                + NOBODY
                                + "/"
                                + one("-1", "00", "1e1", "x", "%30", "9".repeat(99), "0x0"));
        var body = random.nextInt(4) == 0 ? one(WrongValues.NO_JSON).getBytes(UTF_8) : NOTHING;
        return new Request("GET", target, headers(), body);
    }

    private Request nowhere() {
        return switch (random.nextInt(3)) {
            case 0 ->
                    new Request(one("GET", "POST"), one(WrongValues.NO_PATHS), headers(), NOTHING);
            case 1 ->
                    new Request(
                            one("GET", "POST", "HEAD"),
                            one(WrongValues.NO_ROUTES),
                            headers(),
                            NOTHING);
            default ->
                    new Request(
                            one("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"),
                            one("/v1/uploads", "/v1/generations", "/v1/catalog", "/v1/images/x/0"),
                            headers(),
                            NOTHING);
        };
    }

    /// What is valid, with a fault that no field is to blame for.
    private String spoilt(List<String> fields) {
        var valid = "{" + String.join(",", fields) + "}";
        var open = valid.substring(0, valid.length() - 1);
        return switch (random.nextInt(7)) {
            case 0 -> open + "," + one(fields) + "}";
            case 1 -> open + ",\"" + unknown() + "\":" + one("1", "null", "\"x\"", "[]") + "}";
            case 2 -> valid + one("{}", "x", ",", "]", "\u0000", valid);
            case 3 -> valid.substring(0, 1 + random.nextInt(valid.length() - 1));
            case 4 -> open + ",\"deep\":" + deep() + "}";
            case 5 -> "[" + valid + "]";
            default -> valid + " ".repeat(70_000);
        };
    }

    private String unknown() {
        return one(
                "x",
                "",
                "Kind",
                "__proto__",
                "a/b",
                "\\u0000",
                "\\ud800",
                "\ud83d\ude00".repeat(60),
                "x".repeat(300));
    }

    private String deep() {
        int depth = 21 + random.nextInt(5000);
        return random.nextBoolean()
                ? "[".repeat(depth) + "]".repeat(depth)
                : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }

    private byte[] noJson() {
        return switch (random.nextInt(5)) {
            case 0 -> one(WrongValues.NO_JSON).getBytes(UTF_8);
            case 1 -> ("\ufeff" + new String(create(), UTF_8)).getBytes(UTF_8);
            case 2 -> {
                byte[] bytes = new byte[1 + random.nextInt(300)];
                random.nextBytes(bytes);
                bytes[0] = (byte) 0xff;
                yield bytes;
            }
            case 3 -> "{\"workflow\":\"create\",\"prompt\":\"caf\u00e9\"}".getBytes(ISO_8859_1);
            default ->
                    new String(create(), UTF_8)
                            .getBytes(
                                    Charset.forName(
                                            one("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32")));
        };
    }

    private static byte[] create() {
        return "{\"workflow\":\"create\",\"prompt\":\"a boat\"}".getBytes(UTF_8);
    }

    /// Mostly as it is; sometimes a byte is put in that is in no UTF-8.
    private byte[] json(String text) {
        if (random.nextInt(10) > 0) {
            return text.getBytes(UTF_8);
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.getBytes(UTF_8));
        bytes.write(one(0xc0, 0xff, 0xed, 0x80));
        return bytes.toByteArray();
    }

    private String noChoice() {
        return one(
                one(WrongValues.NO_TEXTS),
                one(WrongValues.NO_CHOICES),
                text(101 + random.nextInt(2000)));
    }

    private static String text(int characters) {
        return "\"" + "y".repeat(characters) + "\"";
    }

    private static String with(List<String> fields, int index, @Nullable String other) {
        var changed = new ArrayList<>(fields);
        changed.remove(index);
        if (other != null) {
            changed.add(index, other);
        }
        return "{" + String.join(",", changed) + "}";
    }

    private Request post(String target, byte[] body) {
        return new Request("POST", target, headers(), body);
    }

    private List<String> headers() {
        return random.nextBoolean() ? List.of() : List.of(one(WrongValues.ODD_HEADERS));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @SafeVarargs
    private <T> T one(T... all) {
        return all[random.nextInt(all.length)];
    }
}
