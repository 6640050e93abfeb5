package dev.easel.judges;

import dev.easel.judging.Account;
import dev.easel.judging.Asking;
import dev.easel.judging.Briefing;
import dev.easel.judging.Evaluator;
import dev.easel.judging.Exhibits.Limits;
import dev.easel.judging.Finding;
import dev.easel.judging.Form;
import dev.easel.judging.Judge;
import dev.easel.judging.Opinion;
import dev.easel.judging.Question;
import dev.easel.judging.Reading;
import dev.easel.judging.Showing;

/// A model that is shown the pictures and asked the rubric's questions. What its answer is worth is
/// worked out in the core; what is no answer is an abstention.
final class VisionJudge implements Evaluator {

    /// Within what all three kinds of services take: no side of 1568 pixels is shrunk by any of them; the
    /// strictest takes 3.75 MB a picture, and another 20 MB for all of them in base 64.
    static final Limits LIMITS = new Limits(1568, 1_200_000, 12);

    /// Enough to see how it came to its answer.
    private static final int EVIDENCE_CHARS_MAX = 8_000;

    private final Judge judge;
    private final Chat chat;

    VisionJudge(Judge judge, Chat chat) {
        this.judge = judge;
        this.chat = chat;
    }

    @Override
    public Judge judge() {
        return judge;
    }

    @Override
    public Asking ask(Question question) {
        var showing = question.exhibits().prepare(LIMITS);
        if (showing.exhibits().isEmpty()) {
            return new Asking.Declined("there is nothing to show");
        }
        var prompt =
                new Chat.Prompt(
                        Briefing.system(),
                        showing.exhibits(),
                        Briefing.questions(question),
                        Form.of(question.criteria()),
                        question.reference().value());
        return switch (chat.ask(prompt)) {
            case Said.Text(var text, var usage) -> answered(question, showing, text, usage);
            case Said.Refused(var reason, var usage) ->
                    abstained("It refused to look at this picture.", reason, usage);
            case Said.Nothing(var reason, var usage) ->
                    abstained("It gave no answer.", reason, usage);
            case Said.Busy(var reason) -> new Asking.Later(reason);
            case Said.Declined(var reason) -> new Asking.Declined(reason);
        };
    }

    private Asking answered(Question question, Showing showing, String text, Account usage) {
        return AnswerJson.read(text)
                .<Asking>map(answer ->
                        new Asking.Answered(
                                Reading.read(judge, question.criteria(), answer, showing),
                                with(usage, text)))
                .orElseGet(() -> abstained("Its answer could not be read.", text, usage));
    }

    private Asking abstained(String words, String evidence, Account usage) {
        return new Asking.Answered(Finding.abstain(judge, words), with(usage, evidence));
    }

    private static Account with(Account usage, String evidence) {
        var kept =
                evidence.length() > EVIDENCE_CHARS_MAX
                        ? evidence.substring(0, EVIDENCE_CHARS_MAX)
                        : evidence;
        return new Account(
                usage.model(), usage.inputTokens(), usage.outputTokens(), usage.dollars(), kept);
    }

    @Override
    public Opinion hear(String ticket) {
        throw new UnsupportedOperationException("its answer is the call");
    }
}
