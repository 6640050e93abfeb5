package dev.easel.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.http.Access;
import dev.easel.http.ProviderHttp;
import dev.easel.provider.Ability;
import dev.easel.provider.Job;
import dev.easel.provider.Progress;
import dev.easel.provider.Provider;
import dev.easel.provider.Submission;
import dev.easel.routing.Try;
import dev.easel.secret.Secrets;
import dev.easel.workflow.Tier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What every provider does, on its recorded replies. A new one is an entry in [Known] and a folder
/// of replies.
@ParameterizedClass
@FieldSource("ALL")
class ProviderContractTest {

    static final List<Known> ALL = Known.ALL;

    private final Known known;
    private final List<Recorded> table;
    private final Stub stub = new Stub();
    private final RotatingKey key = new RotatingKey();

    ProviderContractTest(Known known) {
        this.known = known;
        this.table = Recorded.of(known.folder());
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @TestFactory
    Stream<DynamicTest> everyRecordedReplyIsUnderstood() {
        return table.stream()
                .map(recorded ->
                        DynamicTest.dynamicTest(
                                recorded.toString(),
                                () ->
                                        assertThat(Told.of(answer(recorded)))
                                                .isEqualTo(recorded.told())));
    }

    /// Whatever they echo: see the files that are called telltale.
    @Test
    void noKeyNoLinkAndNoPromptIsEverTold() {
        for (var recorded : table) {
            var answer = answer(recorded);
            // The links of the pictures themselves are meant to be there.
            var good = answer instanceof Submission.Done || answer instanceof Progress.Finished;

            assertThat(good ? "" : answer.toString())
                    .as(recorded.toString())
                    .doesNotContain(RotatingKey.CANARY, RotatingKey.FRESH)
                    .doesNotContain("://", "example.com", "X-Amz");
            // A poll that is refused does not know what the words were.
            if (!recorded.asked().equals("poll") || recorded.replies().getFirst().status() == 200) {
                assertThat(answer.toString()).as(recorded.toString()).doesNotContain(Jobs.WORDS);
            }
        }
    }

    @Test
    void everythingIsRecordedThatAProviderCanSay() {
        var told = table.stream().map(Recorded::told).toList();
        var files = Recorded.files(known.folder());

        assertSome(told, ".*rate_limited.*");
        assertSome(told, ".*rate_limited.* after .*");
        assertSome(told, ".*content_policy.*");
        assertSome(told, ".*empty_output.*");
        assertSome(told, "refused auth no");
        assertSome(told, "refused invalid_request no");
        assertSome(told, "refused invalid_request no.* field .*");
        assertSome(files, ".*unknown-shape.*");
        assertSome(files, ".*telltale.*");
        assertSome(files, ".*\\.html");
        if (provider().can(Ability.ASYNC)) {
            assertSome(told, "accepted .*");
            assertSome(told, "pending");
            assertSome(told, "finished .*");
            assertSome(told, "broken .*");
        } else {
            assertSome(told, "done .*");
        }
    }

    @Test
    void noRecordedReplyIsLeftOver() {
        var used = table.stream().flatMap(recorded -> recorded.replies().stream());

        assertThat(used.map(Recorded.RecordedReply::file).toList())
                .containsAll(
                        Recorded.files(known.folder()).stream()
                                // Those belong to the evaluator.
                                .filter(file -> !file.startsWith("evaluation-"))
                                .toList());
    }

    @Test
    void isCalledAsTheShelfCallsIt() {
        assertThat(provider().id()).isEqualTo(known.entry().id());
        assertThat(ProviderShelf.ids())
                .isEqualTo(ALL.stream().map(one -> one.entry().id()).collect(Collectors.toSet()));
    }

    @Test
    void contractsAreMonthsTheNewestFirst() {
        var contracts = provider().contracts(known.job().tried().model());

        assertThat(contracts)
                .contains(known.job().tried().contract())
                .allMatch(contract -> contract.matches("20\\d\\d-(0[1-9]|1[0-2])"))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void aModelOrAContractThatNobodyDescribedIsRefusedBeforeAnythingIsSent() {
        var tried = known.job().tried();
        var model = new Try(tried.provider(), "nobody/knows-this", tried.contract());
        var contract = new Try(tried.provider(), tried.model(), "2019-01");

        assertThat(provider().contracts("nobody/knows-this")).isEmpty();
        for (var unknown : List.of(model, contract)) {
            assertRefused(
                    Jobs.tried(known.job(), unknown), FailureClass.INVALID_REQUEST, Billed.NO);
        }
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void aJobIsSentUnderOurKey() {
        var good = good();
        good.play(stub);

        assertThat(Told.of(ask(good, stub))).isEqualTo(good.told());
        assertThat(stub.requests())
                .hasSameSizeAs(good.replies())
                .allMatch(request -> shows(request, RotatingKey.CANARY));
        if (provider().can(Ability.HONOURS_KEY)) {
            assertThat(stub.requests().getFirst().idempotencyKey())
                    .isEqualTo(Jobs.REFERENCE.value());
        }
    }

    @Test
    void aRotatedKeyIsReadAgainOnce() {
        var good = good();
        unauthorized().play(stub);
        good.play(stub);

        assertThat(Told.of(submit(known.job()))).isEqualTo(good.told());
        assertThat(key.forgotten).containsExactly(RotatingKey.NAME);
        assertThat(shows(stub.requests().getLast(), RotatingKey.FRESH)).isTrue();
    }

    @Test
    void aKeyThatIsRefusedTwiceIsNotTriedAgain() {
        unauthorized().play(stub);

        assertRefused(known.job(), FailureClass.AUTH, Billed.NO);
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void aKeyThatIsStillTheSameIsNotTriedTwice() {
        unauthorized().play(stub);
        var fixed = known.at(stub.uri(), new FixedKey(RotatingKey.CANARY));

        assertThat(fixed.submit(known.job())).isInstanceOf(Submission.Refused.class);
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void withoutAUsableKeyNothingIsSentAndNothingBilled() {
        var keyless = known.at(stub.uri(), new FixedKey("two words"));

        assertThat(Told.of(keyless.submit(known.job()))).isEqualTo("refused auth no");
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void whereNobodyListensNothingIsBilled() {
        stub.close();

        assertRefused(known.job(), FailureClass.CONNECT, Billed.NO);
        assertStillPending();
    }

    @Test
    void aSilenceAfterTheRequestMayHaveBeenBilled() {
        stub.staysMute();

        assertRefused(known.job(), FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN);
        assertStillPending();
    }

    @Test
    void aConnectionThatBreaksAfterTheRequestMayHaveBeenBilled() {
        stub.hangsUp();

        assertRefused(known.job(), FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN);
        assertThat(stub.requests()).as("a paid request is never repeated").hasSize(1);
    }

    @Test
    void anAnswerWithoutEndMayHaveBeenBilled() {
        stub.neverEnds();
        var patience = Duration.ofSeconds(30);
        var access =
                new Access(
                        ProviderHttp.client(),
                        key,
                        RotatingKey.NAME,
                        URI.create(stub.uri() + known.path()),
                        patience,
                        patience);

        var submission = known.entry().maker().apply(access).submit(known.job());

        assertThat(Told.of(submission)).isEqualTo("refused unknown_outcome unknown");
        assertThat(submission.toString()).doesNotContain("within");
    }

    @Test
    void aPollThatDoesNotComeThroughCostsNothing() {
        var polled = provider().can(Ability.ASYNC);
        for (var status : polled ? List.of(408, 429, 500, 502, 503, 504) : List.<Integer>of()) {
            try (var other = new Stub().says(status, "<html>not now</html>")) {
                assertThat(known.at(other.uri(), key).poll("r1"))
                        .as("HTTP %s", status)
                        .isEqualTo(new Progress.Pending());
            }
        }
    }

    @Test
    void noWarningNamesAModelOrACompany() {
        var job = Jobs.everything(known.job().tried(), Tier.FOUR_K, "1:3");

        assertThat(provider().warnings(job))
                .isNotEmpty()
                .allSatisfy(warning ->
                        assertThat(Words.unnamed(warning.detail())).isEqualTo(warning.detail()));
    }

    private void assertStillPending() {
        if (provider().can(Ability.ASYNC)) {
            assertThat(provider().poll("r1")).isEqualTo(new Progress.Pending());
        }
    }

    private void assertRefused(Job job, FailureClass kind, Billed billed) {
        assertThat(Told.of(submit(job))).isEqualTo("refused " + kind.wire() + " " + billed.wire());
    }

    private static void assertSome(List<String> all, String regex) {
        assertThat(all).anyMatch(one -> one.matches(regex), regex);
    }

    private boolean shows(Stub.Request request, String secret) {
        return request.header(known.header()).equals(known.prefix() + secret);
    }

    private Recorded good() {
        return first(one -> one.told().startsWith("accepted ") || one.told().startsWith("done "));
    }

    /// As it comes while the key is out of date.
    private Recorded unauthorized() {
        return first(one -> one.asked().equals("submit") && one.told().equals("refused auth no"));
    }

    private Recorded first(Predicate<Recorded> wanted) {
        return table.stream().filter(wanted).findFirst().orElseThrow();
    }

    private Object answer(Recorded recorded) {
        try (var other = new Stub()) {
            recorded.play(other);
            return ask(recorded, other);
        }
    }

    private Object ask(Recorded recorded, Stub at) {
        var provider = known.at(at.uri(), key);
        return switch (recorded.asked()) {
            case "poll" -> provider.poll("r1");
            case "look up" -> provider.lookUp(Jobs.REFERENCE);
            default -> provider.submit(job(recorded));
        };
    }

    private Job job(Recorded recorded) {
        var tried = known.job().tried();
        return recorded.contract().isEmpty()
                ? known.job()
                : Jobs.tried(
                        known.job(), new Try(tried.provider(), tried.model(), recorded.contract()));
    }

    private Submission submit(Job job) {
        return provider().submit(job);
    }

    private Provider provider() {
        return known.at(stub.uri(), key);
    }

    private record FixedKey(String key) implements Secrets {
        @Override
        public String secret(String name) {
            return key;
        }

        @Override
        public void forget(String name) {}
    }
}
