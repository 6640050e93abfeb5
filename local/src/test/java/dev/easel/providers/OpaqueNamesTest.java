package dev.easel.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.catalog.Catalog;
import dev.easel.failure.FailureClass;
import dev.easel.http.Access;
import dev.easel.http.ProviderHttp;
import dev.easel.id.AttemptId;
import dev.easel.image.MediaType;
import dev.easel.image.Point;
import dev.easel.image.Size;
import dev.easel.judging.Judge;
import dev.easel.provider.Bundler;
import dev.easel.provider.Job;
import dev.easel.provider.Loan;
import dev.easel.routing.Candidate;
import dev.easel.routing.TierTable;
import dev.easel.workflow.Availability;
import dev.easel.workflow.Task;
import dev.easel.workflow.Tier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// No sentence that a person reads names a model or a company.
class OpaqueNamesTest {

    private static final Set<String> VENDORS =
            Set.of(
                    "openai",
                    "chatgpt",
                    "gpt",
                    "dall-e",
                    "gemini",
                    "imagen",
                    "banana",
                    "anthropic",
                    "claude",
                    "bytedance",
                    "seedream",
                    "alibaba",
                    "qwen",
                    "midjourney",
                    "ideogram",
                    "stable diffusion",
                    "flux",
                    "kling",
                    "amazon",
                    "together ai");

    /// These two are English words as well.
    private static final Set<String> WORDS = Set.of("together", "replicate");

    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final List<Candidate> CANDIDATES =
            TierTable.STANDARD.lines().stream()
                    .flatMap(line -> line.route().candidates().stream())
                    .distinct()
                    .toList();
    private static final List<Candidate> FROM_WORDS =
            TierTable.STANDARD.route("create", Tier.ONE_K).orElseThrow().candidates();
    private static final Pattern FORBIDDEN = forbidden();

    @Test
    void theCatalogueNamesNobody() {
        for (var workflow : Catalog.STANDARD.workflows()) {
            assertOpaque(workflow.id());
            assertOpaque(workflow.label());
            assertOpaque(workflow.group().label());
            if (workflow.availability() instanceof Availability.ComingSoon(var notice)) {
                assertOpaque(notice);
            }
        }
    }

    @Test
    void failuresAndJudgesNameNobody() {
        for (var kind : FailureClass.values()) {
            assertOpaque(kind.title());
            assertOpaque(kind.detail());
        }
        for (var judge : Judge.values()) {
            assertOpaque(judge.wire());
            assertOpaque(judge.family());
        }
    }

    /// Problems, findings, notices of what rests, and what stands in the way: their sentences are made
    /// in these folders, and no text there has a name.
    @Test
    void noSentenceOfOursNamesAnybody() throws IOException {
        var folders =
                List.of(
                        "core/src/main/java/dev/easel/failure",
                        "core/src/main/java/dev/easel/judging",
                        "core/src/main/java/dev/easel/parking",
                        "core/src/main/java/dev/easel/workflow",
                        "core/src/main/java/dev/easel/quota",
                        "adapters/picture/src/main/java",
                        "functions/dispatch/src/main/java",
                        "functions/upload/src/main/java",
                        "adapters/aws/src/main/java/dev/easel/door");
        for (var folder : folders) {
            try (var files = Files.walk(Path.of("..").resolve(folder))) {
                for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                    var texts = TEXT.matcher(Files.readString(file)).results().toList();
                    texts.stream()
                            .map(text -> text.group(1))
                            .filter(text -> text.contains(" "))
                            .forEach(OpaqueNamesTest::assertOpaque);
                }
            }
        }
    }

    @Test
    void noWarningOfAnyAdapterNamesAnybody() {
        var providers =
                ProviderShelf.of(
                        ProviderShelf.ids(),
                        Map.of(),
                        (_, base) ->
                                new Access(ProviderHttp.client(), new NoSecrets(), "key", base));
        var told = new TreeSet<String>();
        for (var candidate : CANDIDATES) {
            var provider = providers.named(candidate.provider());
            for (var contract : provider.contracts(candidate.model())) {
                jobs(candidate, contract)
                        .flatMap(job -> provider.warnings(job).stream())
                        .map(warning -> warning.code() + ": " + warning.detail())
                        .forEach(told::add);
            }
        }

        assertThat(told).hasSizeGreaterThan(5).allSatisfy(OpaqueNamesTest::assertOpaque);
    }

    /// All that can be asked for at once, and the same without a photo where words are enough.
    private static Stream<Job> jobs(Candidate candidate, String contract) {
        var photo =
                new Loan(
                        URI.create("https://bucket.example.com/p.png"),
                        MediaType.PNG,
                        new Size(600, 400),
                        () -> new byte[0]);
        var jobs = new ArrayList<Job>();
        for (var tier : Tier.values()) {
            for (var task : Task.values()) {
                for (var shape : List.of("1:1", "21:9")) {
                    jobs.add(job(candidate, contract, tier, task, photo, shape));
                    if (FROM_WORDS.contains(candidate)) {
                        jobs.add(job(candidate, contract, tier, task, null, shape));
                    }
                }
            }
        }
        return jobs.stream();
    }

    private static Job job(
            Candidate candidate,
            String contract,
            Tier tier,
            Task task,
            @Nullable Loan photo,
            String shape) {
        return new Job(
                new AttemptId("att_00000000000000000000000001"),
                candidate.under(contract),
                tier,
                task,
                photo,
                photo,
                photo == null ? List.of() : List.of(photo, photo),
                "a red boat",
                new Point(1, 1),
                shape,
                () ->
                        new Bundler.Bundle(
                                URI.create("https://bucket.example.com/z.zip"),
                                "p.png",
                                "m.png",
                                List.of("r.png", "s.png")));
    }

    private static void assertOpaque(String text) {
        assertThat(FORBIDDEN.matcher(text.toLowerCase(Locale.ROOT)).find()).as(text).isFalse();
    }

    /// Who is on the shelf, every model that the table leads to, whoever made it, and some more.
    private static Pattern forbidden() {
        var names = new TreeSet<>(VENDORS);
        ProviderShelf.ids().stream().filter(id -> !WORDS.contains(id)).forEach(names::add);
        for (var candidate : CANDIDATES) {
            names.add(candidate.model());
            names.add(candidate.model().split("[/:.-]", 2)[0]);
        }
        names.remove("inference");
        return Pattern.compile(
                names.stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "\\b(", ")\\b")));
    }

    private static final class NoSecrets implements dev.easel.secret.Secrets {
        @Override
        public String secret(String name) {
            return "none";
        }

        @Override
        public void forget(String name) {}
    }
}
