package dev.easel.door;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/// An exception as a log may hold it: classes and frames as they are, messages redacted.
///
/// Of each exception only the innermost frames, so that the last cause, which tells the most, is
/// never cut off.
final class Trace {

    private static final int FRAMES_MAX = 12;
    private static final int CAUSES_MAX = 5;
    private static final int MESSAGE_CHARS_MAX = 300;

    private Trace() {}

    static String of(Throwable thrown) {
        var text = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (seen.size() > CAUSES_MAX) {
                return text.append("caused by more\n").toString();
            }
            text.append(seen.size() == 1 ? "" : "caused by ");
            append(text, cause);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Throwable thrown) {
        text.append(thrown.getClass().getName());
        var message = thrown.getMessage();
        if (message != null) {
            text.append(": ").append(cut(Redaction.message(message)));
        }
        text.append('\n');
        var frames = thrown.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, FRAMES_MAX); i++) {
            text.append("  at ").append(frames[i]).append('\n');
        }
        if (frames.length > FRAMES_MAX) {
            text.append("  and ").append(frames.length - FRAMES_MAX).append(" more\n");
        }
    }

    private static String cut(String message) {
        return message.length() > MESSAGE_CHARS_MAX
                ? message.substring(0, MESSAGE_CHARS_MAX) + "..."
                : message;
    }
}
