package dev.easel.gateway;

/// A request that no function hears of, and what the gateway answers to it.
final class BadCall extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String words;

    private BadCall(int status, String words) {
        super(words);
        this.status = status;
        this.words = words;
    }

    /// Not HTTP, or not a path.
    static BadCall malformed() {
        return new BadCall(400, "Bad Request");
    }

    static BadCall bodyTooLarge() {
        return new BadCall(413, "Request Entity Too Large");
    }

    static BadCall headTooLarge() {
        return new BadCall(431, "Request Header Fields Too Large");
    }

    HttpReply reply() {
        return HttpReply.message(status, words);
    }
}
