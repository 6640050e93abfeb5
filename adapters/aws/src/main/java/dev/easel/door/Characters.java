package dev.easel.door;

/// What may stand in a caller's text. JSON can spell characters that nothing behind us takes: half
/// of a surrogate pair is in no encoding, and a zero ends a string elsewhere.
final class Characters {

    private static final int REPLACEMENT = 0xfffd;

    private Characters() {}

    /// True unless there is half of a pair, or a control character other than tab and line breaks.
    static boolean areClean(String text) {
        return text.codePoints().noneMatch(Characters::isUnclean);
    }

    /// So many characters from the start, with a replacement for each that is not clean: what we
    /// quote must be writable.
    static String start(String text, int charsMax) {
        var start = new StringBuilder();
        text.codePoints()
                .limit(charsMax)
                .map(character -> isUnclean(character) ? REPLACEMENT : character)
                .forEach(start::appendCodePoint);
        return start.toString();
    }

    private static boolean isUnclean(int character) {
        boolean control =
                Character.isISOControl(character)
                        && character != '\t'
                        && character != '\n'
                        && character != '\r';
        return control || Character.getType(character) == Character.SURROGATE;
    }
}
