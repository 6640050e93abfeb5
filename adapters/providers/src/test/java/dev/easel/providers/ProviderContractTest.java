package dev.easel.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.provider.Job;
import dev.easel.provider.Progress;
import dev.easel.provider.Provider;
import dev.easel.provider.Submission;
import dev.easel.secret.Secrets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What every provider does, on its recorded replies. A new one is a line here, and the replies in
/// its folder.
@ParameterizedClass
@FieldSource("ALL")
class ProviderContractTest {

    static final List<Known> ALL =
            List.of(new Known("runflow", RunflowProvider::new, Jobs.words("google/nano-banana-2")));

    private static final Duration SOON = Duration.ofMillis(500);

    private final Known known;
    private final Stub stub = new Stub();
    private final RotatingKey key = new RotatingKey();

    ProviderContractTest(Known known) {
        this.known = known;
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void isCalledAsTheTierTableCallsIt() {
        assertThat(provider().id()).isEqualTo(known.id);
    }

    @Test
    void aJobIsSentOnceUnderOurReferenceAndOurKey() {
        stub.answers(201, known.id + "/accepted.json");

        var submission = provider().submit(known.job);

        assertThat(submission).isInstanceOf(Submission.Accepted.class);
        assertThat(stub.only().idempotencyKey()).isEqualTo(Jobs.REFERENCE.value());
        assertThat(stub.only().authorization()).isEqualTo("Bearer " + RotatingKey.CANARY);
        assertThat(stub.only().body()).contains(Jobs.REFERENCE.value());
    }

    @Test
    void anAcceptedJobWithoutATicketIsToldAsSuch() {
        stub.answers(200, known.id + "/accepted-without-id.json");

        assertThat(provider().submit(known.job)).isInstanceOf(Submission.Unnamed.class);
    }

    @Test
    void aRotatedKeyIsReadAgainOnce() {
        stub.answers(401, known.id + "/error-new.json").answers(201, known.id + "/accepted.json");

        assertThat(provider().submit(known.job)).isInstanceOf(Submission.Accepted.class);
        assertThat(key.forgotten).containsExactly(RotatingKey.NAME);
        assertThat(stub.requests().getLast().authorization())
                .isEqualTo("Bearer " + RotatingKey.FRESH);
    }

    @Test
    void aKeyThatIsRefusedTwiceIsNotTriedAgain() {
        stub.answers(401, known.id + "/error-new.json");

        assertRefused(FailureClass.AUTH, Billed.NO);
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void whereNobodyListensNothingIsBilled() {
        stub.close();

        assertRefused(FailureClass.CONNECT, Billed.NO);
        assertThat(provider().poll("r1")).isEqualTo(new Progress.Pending());
    }

    @Test
    void aSilenceAfterTheRequestMayHaveBeenBilled() {
        stub.staysMute();

        assertRefused(FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN);
        assertThat(provider().poll("r1")).isEqualTo(new Progress.Pending());
    }

    @Test
    void aConnectionThatBreaksAfterTheRequestMayHaveBeenBilled() {
        stub.hangsUp();

        assertRefused(FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN);
        assertThat(stub.requests()).as("a paid request is never repeated").hasSize(1);
    }

    @Test
    void anAnswerWithoutEndMayHaveBeenBilled() {
        stub.says(201, " ".repeat(2_000_001));

        assertRefused(FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN);
    }

    @Test
    void aPollThatDoesNotComeThroughCostsNothing() {
        for (var status : List.of(408, 429, 500, 502, 503, 504)) {
            try (var other = new Stub().answers(status, known.id + "/error-edge.html")) {
                assertThat(provider(other.uri()).poll("r1"))
                        .as("HTTP %s", status)
                        .isEqualTo(new Progress.Pending());
            }
        }
    }

    @Test
    void everyRecordedWaitIsPending() {
        for (var recorded : Stub.recorded(known.id, "pending")) {
            assertThat(progress(recorded)).as(recorded).isEqualTo(new Progress.Pending());
        }
    }

    @Test
    void everyRecordedShapeOfAnOutputIsRead() {
        var one = URI.create("https://cdn.example.com/one.png?X-Amz-Signature=abc");

        for (var recorded : Stub.recorded(known.id, "finished")) {
            assertThat(progress(recorded))
                    .as(recorded)
                    .isEqualTo(new Progress.Finished(List.of(one)));
        }
    }

    @Test
    void successWithoutAPictureIsABilledFailure() {
        for (var recorded : Stub.recorded(known.id, "empty")) {
            assertThat(failure(progress(recorded)).billed()).as(recorded).isEqualTo(Billed.YES);
        }
    }

    @Test
    void noKeyNoLinkAndNoPromptIsEverTold() {
        var told = new ArrayList<String>();
        for (var status : List.of(400, 401, 404, 422, 500)) {
            for (var recorded : Stub.recorded(known.id, "error")) {
                try (var other = new Stub().answers(status, recorded)) {
                    told.add(provider(other.uri()).submit(known.job).toString());
                }
            }
        }
        Stub.recorded(known.id, "failed").forEach(run -> told.add(progress(run).toString()));

        assertThat(told)
                .isNotEmpty()
                .allSatisfy(words ->
                        assertThat(words)
                                .doesNotContain(RotatingKey.CANARY, RotatingKey.FRESH)
                                .doesNotContain("://", "example.com")
                                .doesNotContain("a red bicycle"));
    }

    @Test
    void noKeyAndNoLinkIsEverToldOfAPoll() {
        for (var status : List.of(400, 401, 404)) {
            for (var recorded : Stub.recorded(known.id, "error")) {
                try (var other = new Stub().answers(status, recorded)) {
                    assertThat(provider(other.uri()).poll("r1").toString())
                            .doesNotContain(RotatingKey.CANARY, RotatingKey.FRESH)
                            .doesNotContain("://", "example.com");
                }
            }
        }
    }

    @Test
    void aKeyThatIsStillTheSameIsNotTriedTwice() {
        stub.answers(401, known.id + "/error-new.json");
        var fixed = new FixedKey();
        var provider =
                known.maker.make(ProviderHttp.client(), fixed, RotatingKey.NAME, stub.uri(), SOON);

        assertThat(provider.submit(known.job)).isInstanceOf(Submission.Refused.class);
        assertThat(stub.requests()).hasSize(1);
    }

    private void assertRefused(FailureClass kind, Billed billed) {
        var submission = provider().submit(known.job);

        assertThat(submission).isInstanceOf(Submission.Refused.class);
        var failure = ((Submission.Refused) submission).failure();
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.billed()).isEqualTo(billed);
    }

    private Progress progress(String recorded) {
        try (var other = new Stub().answers(200, recorded)) {
            return provider(other.uri()).poll("r1");
        }
    }

    private static ProviderFailure failure(Progress progress) {
        assertThat(progress).isInstanceOf(Progress.Broken.class);
        return ((Progress.Broken) progress).failure();
    }

    private Provider provider() {
        return provider(stub.uri());
    }

    private Provider provider(URI base) {
        return known.maker.make(ProviderHttp.client(), key, RotatingKey.NAME, base, SOON);
    }

    /// A provider under test: its id, which is also the folder of its replies, how it is made, and
    /// a job that it takes.
    record Known(String id, Maker maker, Job job) {
        @Override
        public String toString() {
            return id;
        }
    }

    private static final class FixedKey implements Secrets {
        @Override
        public String secret(String name) {
            return RotatingKey.CANARY;
        }

        @Override
        public void forget(String name) {}
    }

    interface Maker {
        Provider make(
                HttpClient http, Secrets secrets, String secretName, URI base, Duration timeout);
    }
}
