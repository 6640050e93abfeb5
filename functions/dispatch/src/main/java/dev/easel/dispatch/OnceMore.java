package dev.easel.dispatch;

import dev.easel.asset.AssetKeys;
import dev.easel.asset.StoredPicture;
import dev.easel.asset.Uploads;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.generation.Order;
import dev.easel.generation.Retry;
import dev.easel.id.GenerationId;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Finding;
import dev.easel.judging.Notes;
import dev.easel.judging.Verdict;
import dev.easel.workflow.Requirement;
import dev.easel.workflow.Workflow;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Finds the order of a generation that is to be tried again, and what was wrong with what came of it.
public final class OnceMore {

    private static final String POINTER = "/retry_of";

    private final Reading reading;
    private final Uploads uploads;

    public OnceMore(Reading reading, Uploads uploads) {
        this.reading = reading;
        this.uploads = uploads;
    }

    /// A generation whose verdict gives a reason to try again. Throws [Failure.InvalidRequest] when it
    /// is not there, and [Failure.NothingToCorrect].
    Reading.Read find(GenerationId id) {
        var read =
                reading.read(id)
                        .orElseThrow(() ->
                                new FailureException(
                                        Failure.InvalidRequest.of(POINTER, "is not there")));
        var verdict = read.generation().verdict();
        if (verdict != Verdict.RED && verdict != Verdict.AMBER) {
            throw new FailureException(new Failure.NothingToCorrect());
        }
        return read;
    }

    /// The same order with what was found added. Throws [Failure.InvalidRequest] when its pictures are
    /// no longer there.
    Order order(Reading.Read read, Workflow workflow) {
        var order = read.generation().order();
        if (!pictures(order).allMatch(this::isThere)) {
            throw new FailureException(
                    Failure.InvalidRequest.of(
                            POINTER,
                            "was made from pictures that are no longer there: upload them again"));
        }
        var notes = workflow.takes(Requirement.PROMPT) ? Notes.of(findings(read)) : "";
        return order.again(new Retry(read.generation().id(), notes));
    }

    /// Of the verdict that counts.
    private static List<Finding> findings(Reading.Read read) {
        return read.evaluations().stream()
                .filter(each -> each.id().equals(read.generation().evaluation()))
                .map(Evaluation::findings)
                .findFirst()
                .orElse(List.of());
    }

    private static Stream<StoredPicture> pictures(Order order) {
        return Stream.concat(Stream.of(order.image(), order.mask()), order.references().stream())
                .filter(Objects::nonNull);
    }

    /// Uploads are cleared away; outputs stay as long as the generations that were made from them.
    private boolean isThere(StoredPicture picture) {
        return AssetKeys.upload(picture.key()).map(id -> uploads.find(id).isPresent()).orElse(true);
    }
}
