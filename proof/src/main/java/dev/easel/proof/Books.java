package dev.easel.proof;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoGenerations;
import dev.easel.emulator.S3Emulator;
import dev.easel.failure.Billed;
import dev.easel.generation.Attempt;
import dev.easel.generation.Generation;
import dev.easel.id.GenerationId;
import dev.easel.template.Names;
import dev.easel.template.TemplateFile;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Our own books, to be held against the provider's journal.
final class Books implements AutoCloseable {

    private final DynamoDbClient dynamo;
    private final DynamoGenerations generations;

    Books(URI dynamodb, Path template) {
        var worker =
                TemplateFile.read(template).resolve(Map.of(), dynamodb).functions().stream()
                        .filter(function -> function.environment().containsKey("GENERATIONS_TABLE"))
                        .findFirst()
                        .orElseThrow();
        dynamo =
                new Aws(
                                Map.of(
                                        "AWS_REGION", Names.REGION,
                                        "AWS_ACCESS_KEY_ID", S3Emulator.ACCESS_KEY,
                                        "AWS_SECRET_ACCESS_KEY", S3Emulator.SECRET_KEY,
                                        "AWS_ENDPOINT_URL_DYNAMODB", dynamodb.toString()))
                        .dynamo();
        generations =
                new DynamoGenerations(
                        dynamo, worker.environment().getOrDefault("GENERATIONS_TABLE", ""));
    }

    Generation generation(String id) {
        return generations.find(GenerationId.parse(id).orElseThrow()).orElseThrow();
    }

    /// Everything in which the two disagree, each in a sentence; nothing is good.
    ///
    /// An attempt is one submit, and its id is the reference under which the provider bills. So no
    /// reference is billed twice, none is billed that we do not know, and no more is billed for a
    /// generation than it owns up to.
    static List<String> compare(Collection<Generation> generations, List<JsonNode> journal) {
        var billed =
                journal.stream()
                        .filter(entry -> entry.path("kind").asText().equals("run"))
                        .collect(
                                Collectors.groupingBy(
                                        entry -> entry.path("client_ref").asText(),
                                        Collectors.counting()));
        var known =
                generations.stream()
                        .flatMap(generation -> generation.attempts().stream())
                        .collect(
                                Collectors.toMap(
                                        attempt -> attempt.id().value(), Function.identity()));
        var wrong = new ArrayList<String>();
        billed.forEach((reference, times) -> {
            var attempt = known.get(reference);
            if (times > 1) {
                wrong.add(reference + " is billed " + times + " times");
            }
            if (attempt == null) {
                wrong.add(reference + " is billed, and no generation knows it");
            } else if (claimsNothingBilled(attempt)) {
                wrong.add(reference + " is billed, and its attempt says no");
            }
        });
        generations.forEach(generation -> compare(generation, billed, wrong));
        return wrong;
    }

    private static void compare(
            Generation generation, Map<String, Long> billed, List<String> wrong) {
        var paid =
                generation.attempts().stream()
                        .mapToLong(attempt -> billed.getOrDefault(attempt.id().value(), 0L))
                        .sum();
        var open = generation.attempts().stream().filter(one -> !claimsNothingBilled(one)).count();
        if (paid > open) {
            wrong.add(generation.id() + " owns up to " + open + " runs and paid " + paid);
        }
        if (generation.state().status().equals("succeeded") && paid == 0) {
            wrong.add(generation.id() + " succeeded, and nobody billed it");
        }
    }

    private static boolean claimsNothingBilled(Attempt attempt) {
        return attempt.billed() == Billed.NO;
    }

    @Override
    public void close() {
        dynamo.close();
    }
}
