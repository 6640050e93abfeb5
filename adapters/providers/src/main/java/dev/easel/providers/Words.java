package dev.easel.providers;

import java.util.regex.Pattern;

/// Cleans what others wrote before operators or people read it.
final class Words {

    /// What is read of an untrusted text at all; the patterns below never meet more.
    private static final int READ_CHARS_MAX = 4_000;

    private static final Pattern TAG = Pattern.compile("<[^<>]{0,500}>");
    private static final Pattern LINK =
            Pattern.compile(
                    "(?i)(?:\\b[a-z][a-z0-9+.-]{0,20}://|\\bwww\\.|\\bdata:[a-z]+/|\\bx-amz-)\\S*"
                        + "|\\b[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,9}\\.[a-z]{2,20}[/?:]\\S+");

    /// Names that no person should read: companies, their models, and model ids. A jeweller's topaz
    /// is lost with them, which is the smaller harm.
    private static final String NAME =
            "(?:runflow|openai|chatgpt|gpt|dall-?e|google|gemini|imagen|nano[ -]?banana|anthropic"
                    + "|claude|bria|topaz|bytedance|seedream|seedance|alibaba|qwen|photalabs|phota"
                    + "|runware|prodia|midjourney|ideogram|stable diffusion|flux|kling)"
                    + "(?:[-/.]\\w+)*(?:[ ](?:\\d[\\w.]*|pro|flash|image|preview|ai)\\b)*";

    private static final Pattern NAMES =
            Pattern.compile("(?i)\\b" + NAME + "(?:[ ]" + NAME + ")*\\b");

    /// The key in use is taken out by its value; this catches one that was in use before.
    private static final Pattern KEY =
            Pattern.compile(
                    "(?i)\\bbearer\\s+\\S+|\\brf[a-z]?_\\w{8,}|\\b(?:AIza|ya29\\.|r8_|tgp_v1_)[\\w.-]{8,}");

    private static final Pattern SPACE = Pattern.compile("[\\p{Cntrl}\\p{Zs}]+");

    private Words() {}

    /// One line without mark-up, links, signatures or keys.
    static String plain(String text) {
        var read = text.length() > READ_CHARS_MAX ? text.substring(0, READ_CHARS_MAX) : text;
        var untagged = TAG.matcher(read).replaceAll(" ");
        var unlinked = LINK.matcher(untagged).replaceAll("(link)");
        var unsaid = KEY.matcher(unlinked).replaceAll("(key)");
        return SPACE.matcher(unsaid).replaceAll(" ").strip();
    }

    /// Plain, and names neither a company nor a model.
    static String unnamed(String text) {
        return NAMES.matcher(plain(text)).replaceAll("the service");
    }

    /// At most `charsMax` characters, cut between words.
    static String capped(String text, int charsMax) {
        if (text.length() <= charsMax) {
            return text;
        }
        var space = text.lastIndexOf(' ', charsMax - 1);
        return text.substring(0, space > 0 ? space : charsMax - 1) + "…";
    }
}
