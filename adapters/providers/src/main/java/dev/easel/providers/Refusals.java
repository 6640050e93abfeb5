package dev.easel.providers;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.provider.Instruction;
import dev.easel.provider.Job;
import dev.easel.provider.Submission;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is the same about a refusal whoever it comes from.
final class Refusals {

    /// The words by which one knows a refusal for what was asked for.
    static final Pattern MODERATED =
            Pattern.compile(
                    "moderat|nsfw|safety|content.?(policy|filter)|prohibited|inappropriate");

    private static final int WORDS_CHARS_MAX = 200;

    /// Shorter words are left: a prompt of one letter would take the sentence apart.
    private static final int PROMPT_CHARS_MIN = 3;

    private Refusals() {}

    static boolean moderated(String told) {
        return MODERATED.matcher(told.toLowerCase(Locale.ROOT)).find();
    }

    static Submission.Refused refused(FailureClass kind, Billed billed, String diagnostic) {
        return new Submission.Refused(new ProviderFailure(kind, billed, diagnostic));
    }

    /// Before anything was sent.
    static Submission.Refused unsendable(String why) {
        return refused(FailureClass.INVALID_REQUEST, Billed.NO, why);
    }

    /// What they said, for operators: no link, no key, and nothing of what the job says.
    static String diagnostic(Job job, String... parts) {
        var said =
                Arrays.stream(parts)
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(" "));
        var instruction = without(said, Instruction.of(job));
        var prompt = without(instruction, Objects.requireNonNullElse(job.prompt(), ""));
        return Words.capped(Words.plain(prompt), WORDS_CHARS_MAX);
    }

    private static String without(String said, String own) {
        return own.strip().length() < PROMPT_CHARS_MIN ? said : said.replace(own, "(prompt)");
    }
}
