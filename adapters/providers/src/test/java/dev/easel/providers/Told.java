package dev.easel.providers;

import dev.easel.failure.ProviderFailure;
import dev.easel.provider.Lookup;
import dev.easel.provider.Output;
import dev.easel.provider.Progress;
import dev.easel.provider.Submission;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// Puts what a provider made of a reply into the words of a folder's `replies.txt`.
final class Told {

    /// Where the pictures of recorded replies lie.
    private static final URI PICTURE =
            URI.create("https://cdn.example.com/one.png?X-Amz-Signature=abc");

    private Told() {}

    static String of(Object answer) {
        return switch (answer) {
            case Submission submission -> of(submission);
            case Progress progress -> of(progress);
            case Lookup lookup -> of(lookup);
            default -> throw new IllegalArgumentException("no answer of a provider: " + answer);
        };
    }

    private static String of(Submission submission) {
        return switch (submission) {
            case Submission.Accepted(var ticket) -> "accepted " + ticket;
            case Submission.Unnamed(var why) -> "unnamed " + failure(why);
            case Submission.Done(var finished) -> "done " + pictures(finished);
            case Submission.Refused(var failure, var after, var field) ->
                    "refused "
                            + failure(failure)
                            + (after == null ? "" : " after " + after.toSeconds() + " s")
                            + (field == null ? "" : " field " + field);
        };
    }

    private static String of(Progress progress) {
        return switch (progress) {
            case Progress.Pending() -> "pending";
            case Progress.Finished finished -> "finished " + pictures(finished);
            case Progress.Broken(var failure) -> "broken " + failure(failure);
        };
    }

    private static String of(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Known(var ticket) -> "known " + ticket;
            case Lookup.Unknown() -> "unknown";
            case Lookup.NoAnswer _ -> "no answer";
        };
    }

    private static String failure(ProviderFailure failure) {
        return failure.kind().wire() + " " + failure.billed().wire();
    }

    private static String pictures(Progress.Finished finished) {
        return finished.outputs().stream()
                .map(Told::picture)
                .collect(Collectors.joining(" + ", "", " as " + finished.shape()));
    }

    /// The bytes of a recorded picture are words.
    private static String picture(Output output) {
        return switch (output) {
            case Output.Remote(var url) -> url.equals(PICTURE) ? "one.png" : url.toString();
            case Output.Inline(var bytes) -> new String(bytes, StandardCharsets.ISO_8859_1);
        };
    }
}
