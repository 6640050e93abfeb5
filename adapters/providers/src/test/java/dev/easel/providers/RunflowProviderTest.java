package dev.easel.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.http.Access;
import dev.easel.http.ProviderHttp;
import dev.easel.provider.Job;
import dev.easel.provider.Lookup;
import dev.easel.provider.Progress;
import dev.easel.provider.Submission;
import dev.easel.routing.Try;
import dev.easel.secret.Secrets;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.http.HttpClient;

class RunflowProviderTest {

    private static final Job JOB = Jobs.words("google/nano-banana-2");

    private final Stub stub = new Stub();
    private final RunflowProvider runflow = provider(stub.uri());

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void theModelsNameKeepsItsSlashes() {
        stub.answers(201, "runflow/accepted.json");

        runflow.submit(Jobs.everything("google/nano-banana-2/edit", JOB.tier(), "1:1"));

        assertThat(stub.only().line()).isEqualTo("POST /v1/models/google/nano-banana-2/edit/runs");
        assertThat(stub.only().json().path("client_ref").asText())
                .isEqualTo(Jobs.REFERENCE.value());
        assertThat(stub.only().json().path("input").isObject()).isTrue();
    }

    @Test
    void aTicketIsOneSegmentWhateverItHolds() {
        stub.answers(200, "runflow/pending-1.json");

        runflow.poll("a/../b?c d");

        assertThat(stub.only().line()).isEqualTo("GET /v1/runs/a%2F..%2Fb%3Fc%20d");
    }

    @Test
    void aModelThatNobodyDescribedIsRefusedBeforeAnythingIsSent() {
        var unknown = Jobs.words("google/tomorrow");
        var drifted = Jobs.tried(JOB, new Try(RunflowProvider.ID, JOB.tried().model(), "2031-01"));

        assertThat(refused(unknown).billed()).isEqualTo(Billed.NO);
        assertThat(refused(drifted).diagnostic())
                .isEqualTo("no input is known for google/nano-banana-2 under 2031-01");
        assertThat(stub.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "error-new.json, HTTP 422 THE_CODE The words of the service.",
        "error-old.json, HTTP 422 THE_CODE The words of the service.",
        "error-detail.json, HTTP 422 The words of the service.",
        "error-new-items.json, HTTP 422 VALIDATION_ERROR Invalid request. input.mask_url field"
                + " required",
        "error-detail-items.json, HTTP 422 body.input.zip_url field required",
        "error-edge.html, HTTP 422 502 Bad Gateway 502 Bad Gateway help",
        "error-unknown.json, HTTP 422",
        "error-empty.txt, HTTP 422",
        "error-telltale.json, HTTP 422 UNAUTHORIZED (key) at (link) is not known; (prompt)"
    })
    void everyEnvelopeIsReadForOperators(String recorded, String told) {
        stub.answers(422, "runflow/" + recorded);

        assertThat(refused(JOB).diagnostic()).isEqualTo(told);
    }

    @Test
    void anUnknownShapeNamesItsFields() {
        stub.answers(200, "runflow/empty-unknown-shape.json");

        assertThat(broken(runflow.poll("r1")).diagnostic())
                .endsWith("output has [artifacts, seed]");
    }

    /// It is paid, and a key can be put right before the deadline.
    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 429, 500, 503})
    void aRunThatMayNotBeAskedAfterIsNotGivenUp(int status) {
        stub.answers(status, "runflow/error-new.json");

        assertThat(runflow.poll("r1")).isEqualTo(new Progress.Pending());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "ftp://localhost",
                "https:nowhere"
            })
    void theKeyNeverTravelsInTheClear(String base) {
        var uri = URI.create(base);

        assertThatThrownBy(() -> provider(uri)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theKeyNeverFollowsARedirect() {
        try (var eager =
                HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build()) {
            var access = new Access(eager, new RotatingKey(), RotatingKey.NAME, stub.uri());

            assertThatThrownBy(() -> new RunflowProvider(access))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "line\nbreak"})
    void aKeyThatCannotBeUsedFailsTheJobBeforeAnythingIsSentOrPaid(String key) {
        var keyless =
                new RunflowProvider(
                        new Access(ProviderHttp.client(), new FixedKey(key), "/name", stub.uri()));

        assertThat(keyless.submit(Jobs.words("google/nano-banana-2")))
                .isEqualTo(
                        new Submission.Refused(
                                new ProviderFailure(
                                        FailureClass.AUTH,
                                        Billed.NO,
                                        "the secret /name is not a usable key")));
        assertThat(keyless.poll("run-1")).isEqualTo(new Progress.Pending());
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void aKeyThatCannotBeReadFailsTheJobBeforeAnythingIsSentOrPaid() {
        var keyless =
                new RunflowProvider(
                        new Access(ProviderHttp.client(), new FixedKey(null), "/name", stub.uri()));

        assertThat(keyless.submit(Jobs.words("google/nano-banana-2")))
                .isEqualTo(
                        new Submission.Refused(
                                new ProviderFailure(
                                        FailureClass.AUTH,
                                        Billed.NO,
                                        "the secret /name could not be read:"
                                                + " IllegalStateException")));
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void aRunIsFoundByOurReference() {
        stub.answers(200, "runflow/found.json");

        assertThat(runflow.lookUp(Jobs.REFERENCE))
                .isEqualTo(new Lookup.Known("0196f3c1-7d2a-7b11-9c55-2f7b7a1d0001"));
        assertThat(stub.only().line())
                .isEqualTo("GET /v1/runs?q=client_ref.EQ%3A%27" + Jobs.REFERENCE.value() + "%27");
    }

    @Test
    void anEmptyListMeansThatNothingIsThere() {
        stub.says(200, "{\"items\":[],\"next_pq\":null}");

        assertThat(runflow.lookUp(Jobs.REFERENCE)).isEqualTo(new Lookup.Unknown());
    }

    /// Otherwise a service that ignores the filter would hand us somebody else's run.
    @Test
    void aListThatWasNotFilteredTellsNothing() {
        stub.says(200, "{\"items\":[{\"id\":\"x\",\"client_ref\":\"another\"}]}");

        assertThat(runflow.lookUp(Jobs.REFERENCE)).isInstanceOf(Lookup.NoAnswer.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 429, 500, 503})
    void aListThatIsRefusedTellsNothing(int status) {
        stub.says(status, "{\"items\":[]}");

        assertThat(runflow.lookUp(Jobs.REFERENCE)).isInstanceOf(Lookup.NoAnswer.class);
    }

    private ProviderFailure refused(Job job) {
        var submission = runflow.submit(job);
        assertThat(submission).isInstanceOf(Submission.Refused.class);
        return ((Submission.Refused) submission).failure();
    }

    private static ProviderFailure broken(Progress progress) {
        assertThat(progress).isInstanceOf(Progress.Broken.class);
        return ((Progress.Broken) progress).failure();
    }

    private static RunflowProvider provider(URI base) {
        return new RunflowProvider(RotatingKey.access(new RotatingKey(), base));
    }

    /// Always the same key, or none at all.
    private record FixedKey(@Nullable String key) implements Secrets {
        @Override
        public String secret(String name) {
            if (key == null) {
                throw new IllegalStateException("there is no parameter " + name);
            }
            return key;
        }

        @Override
        public void forget(String name) {}
    }
}
