package dev.easel.local;

import java.util.List;

/// What people, programs and attackers send instead of what is wanted. JSON values stand here as they
/// are written.
final class WrongValues {

    /// In no test of this JVM the id of anything.
    private static final String NOBODY = "z".repeat(26);

    /// Wrong for every field that wants a text.
    static final List<String> NO_TEXTS =
            List.of(
                    "7",
                    "-1",
                    "1.5",
                    "1e400",
                    "-1e-400",
                    "9223372036854775808",
                    "true",
                    "false",
                    "[]",
                    "{}",
                    "[null]",
                    "[\"x\"]",
                    "{\"upload\":\"x\"}",
                    "\"\\ud800\"",
                    "\"\\u0000\"",
                    "\"a\\u0007b\"",
                    "\"\\udfff\\ud800\"");

    /// Wrong for every field that wants one of a few texts.
    static final List<String> NO_CHOICES =
            List.of(
                    "\"\"",
                    "\" \"",
                    "\"?\"",
                    "\"null\"",
                    "\"' OR 1=1 --\"",
                    "\"../../etc/passwd\"",
                    "\"IMAGE\"",
                    "\"\uff50\uff4e\uff47\"",
                    "\"<script>\"",
                    "\"${jndi:ldap://x}\"");

    /// Wrong for every field that wants a whole number from 0.
    static final List<String> NO_NUMBERS =
            List.of(
                    "\"1\"",
                    "1.5",
                    "1.0",
                    "-1",
                    "1e400",
                    "1e2",
                    "9223372036854775807",
                    "9223372036854775808",
                    "-9223372036854775809",
                    "true",
                    "[]",
                    "[1]",
                    "{}",
                    "\"\"");

    /// Wrong for every field that wants an object.
    static final List<String> NO_OBJECTS =
            List.of("7", "\"x\"", "true", "[]", "[{}]", "1e400", "\"{}\"");

    /// No JSON, or JSON that is no object.
    static final List<String> NO_JSON =
            List.of(
                    "",
                    " ",
                    "{",
                    "}",
                    "{]",
                    "nul",
                    "NaN",
                    "Infinity",
                    "{'a':1}",
                    "{a:1}",
                    "{\"a\":NaN}",
                    "{\"a\":1,}",
                    "// x",
                    "{\"a\":01}",
                    "{\"a\":+1}",
                    "{\"a\":.5}",
                    "{\"a\":\"\\x\"}",
                    "{\"a\":\"\n\"}",
                    "{\"a\":\"\\u12\"}",
                    "{} {}",
                    "{}x",
                    "[1]",
                    "\"x\"",
                    "7",
                    "null",
                    "true",
                    "kind=image&bytes=1",
                    "<xml/>",
                    "--b\r\nContent-Disposition: form-data",
                    "\u0000");

    /// Ids of nothing, as they stand in a path.
    static final List<String> NO_IDS =
            List.of(
                    "0",
                    "-1",
                    "null",
                    "undefined",
                    "%00",
                    "%0d%0a",
                    "..",
                    "%2e%2e",
                    "..%2f..%2fetc%2fpasswd",
                    "%2F",
                    "a%2Fb",
                    "'%20OR%201=1",
                    "gen_",
                    "img_x",
                    "gen_" + "i".repeat(26),
                    "gen_" + "0".repeat(25),
                    "gen_" + "0".repeat(27),
                    "GEN_" + NOBODY,
                    "gen_" + NOBODY,
                    "img_" + NOBODY,
                    "msk_" + NOBODY,
                    "ref_" + NOBODY,
                    "evl_" + NOBODY,
                    "gen_" + NOBODY + "%20",
                    "%F0%9F%98%80",
                    "%ff%fe",
                    "{id}",
                    "$default",
                    "*",
                    "~",
                    ";",
                    "a;b=c",
                    "x".repeat(5000));

    /// What the gateway cannot take for a path.
    static final List<String> NO_PATHS =
            List.of(
                    "/%",
                    "/%a",
                    "/%zz",
                    "/v1/%",
                    "/v1/generations/%",
                    "/v1/generations/%g0",
                    "/v1/catalog?%",
                    "/v1/catalog?a=%",
                    "/v1/catalog?a=%1",
                    "/v1/images/%/0",
                    "/\u00e9",
                    "/a#b",
                    "/" + "x".repeat(12_000),
                    "/v1/catalog?" + "x".repeat(12_000));

    /// Paths that no route has.
    static final List<String> NO_ROUTES =
            List.of(
                    "/",
                    "//",
                    "/v1",
                    "/v1/",
                    "/v2/catalog",
                    "/v1/catalog/",
                    "/v1//catalog",
                    "/V1/catalog",
                    "/v1/uploads/",
                    "/v1/uploads/x/complete/",
                    "/v1/uploads//complete",
                    "/v1/images/x",
                    "/v1/images/x/0/1",
                    "/v1/images//0",
                    "/index.html",
                    "/.env",
                    "/v1/../v1/catalog",
                    "/v1/%2e%2e/catalog",
                    "/v1/%63atalog");

    /// No Idempotency-Keys.
    static final List<String> NO_KEYS =
            List.of(
                    "",
                    " ",
                    "two words",
                    "a\tb",
                    "\u00e9",
                    "\u00ff",
                    "k".repeat(256),
                    "a,b c",
                    "\u00a0");

    /// Headers that make a request neither right nor wrong.
    static final List<String> ODD_HEADERS =
            List.of(
                    "content-type: application/json",
                    "content-type: application/json; charset=utf-8",
                    "content-type: application/json; charset=utf-16",
                    "content-type: application/x-www-form-urlencoded",
                    "content-type: multipart/form-data; boundary=b",
                    "content-type: application/octet-stream",
                    "content-type: image/png",
                    "content-type: nonsense",
                    "content-type:",
                    "content-encoding: gzip",
                    "accept: image/*",
                    "if-none-match: \"\"\"",
                    "x-forwarded-for: 1.2.3.4",
                    // A fingerprint is taken of the body before it is looked at.
                    "idempotency-key: fuzz");

    /// Wrong for every field that wants a list of up to four objects.
    static final List<String> NO_LISTS =
            List.of(
                    "7",
                    "\"x\"",
                    "true",
                    "{}",
                    "[7]",
                    "[null]",
                    "[[]]",
                    "[{}]",
                    "[{},{},{},{},{}]");

    private WrongValues() {}
}
