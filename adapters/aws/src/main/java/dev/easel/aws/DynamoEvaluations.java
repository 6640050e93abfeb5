package dev.easel.aws;

import dev.easel.id.EvaluationId;
import dev.easel.id.GenerationId;
import dev.easel.judging.Account;
import dev.easel.judging.Decision;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Evaluations;
import dev.easel.judging.Feedback;
import dev.easel.judging.Finding;
import dev.easel.judging.Judge;
import dev.easel.judging.Lent;
import dev.easel.judging.Verdict;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Evaluations in DynamoDB: a head row for each, and a row for each judge, so that judges who
/// answer at once never overwrite one another.
public final class DynamoEvaluations implements Evaluations {

    private static final String GENERATION = "generation";

    /// The sort key: the evaluation for its head, evaluation#judge for a seat.
    private static final String PART = "part";

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoEvaluations(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public void start(Evaluation evaluation) {
        var item =
                new RowBuilder()
                        .text(GENERATION, evaluation.generation().value())
                        .text(PART, evaluation.id().value())
                        .row("rubric", evaluation.rubric(), RubricRow::write)
                        .instant("started_at", evaluation.startedAt())
                        .instant("deadline_at", evaluation.deadlineAt())
                        .text("correlation", evaluation.correlation())
                        .number("polls", evaluation.polls())
                        .instant(OpenIndex.DUE_AT, evaluation.startedAt())
                        .text(OpenIndex.OPEN, OpenIndex.part(evaluation.generation()))
                        .build();
        won(() ->
                dynamo.putItem(request ->
                        request.tableName(table)
                                .item(item)
                                .conditionExpression("attribute_not_exists(" + PART + ")")));
    }

    @Override
    public Optional<Evaluation> find(GenerationId generation, EvaluationId id) {
        return read(
                        query(generation).toBuilder()
                                .keyConditionExpression(
                                        "#generation = :generation AND begins_with(#part, :id)")
                                .expressionAttributeNames(
                                        Map.of("#generation", GENERATION, "#part", PART))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":generation",
                                                AttributeValue.fromS(generation.value()),
                                                ":id",
                                                AttributeValue.fromS(id.value())))
                                .build())
                .stream()
                .findFirst();
    }

    @Override
    public List<Evaluation> of(GenerationId generation) {
        return read(query(generation));
    }

    @Override
    public boolean begin(Evaluation evaluation, Judge judge, Lent lent, Instant now) {
        var item = new HashMap<>(seatKey(evaluation, judge));
        item.putAll(
                new RowBuilder()
                        .text("judge", judge.wire())
                        .number("asking", 0)
                        .instant(SeatRow.STARTED_AT, now)
                        .row("lent", lent, SeatRow::write)
                        .build());
        return won(() ->
                dynamo.putItem(request ->
                        request.tableName(table)
                                .item(item)
                                .conditionExpression("attribute_not_exists(" + PART + ")")));
    }

    @Override
    public void asked(Evaluation evaluation, Judge judge, String ticket) {
        won(() ->
                dynamo.updateItem(request ->
                        request.tableName(table)
                                .key(seatKey(evaluation, judge))
                                .updateExpression("SET ticket = :ticket")
                                .conditionExpression(
                                        "attribute_exists("
                                                + PART
                                                + ") AND attribute_not_exists(ticket)")
                                .expressionAttributeValues(
                                        Map.of(":ticket", AttributeValue.fromS(ticket)))));
    }

    @Override
    public boolean takePoll(Evaluation evaluation, int poll, Instant due) {
        return won(() ->
                dynamo.updateItem(request ->
                        request.tableName(table)
                                .key(headKey(evaluation))
                                .updateExpression("SET polls = :next, #due = :due")
                                .conditionExpression("polls = :poll AND attribute_exists(#open)")
                                .expressionAttributeNames(
                                        Map.of("#due", OpenIndex.DUE_AT, "#open", OpenIndex.OPEN))
                                .expressionAttributeValues(
                                        new RowBuilder()
                                                .number(":poll", poll)
                                                .number(":next", poll + 1L)
                                                .instant(":due", due)
                                                .build())));
    }

    @Override
    public boolean again(Evaluation evaluation, Judge judge, int asking) {
        return won(() ->
                dynamo.updateItem(request ->
                        request.tableName(table)
                                .key(seatKey(evaluation, judge))
                                .updateExpression("SET asking = :asking")
                                .conditionExpression(
                                        "asking = :before AND attribute_not_exists(#result)")
                                .expressionAttributeNames(Map.of("#result", "result"))
                                .expressionAttributeValues(
                                        new RowBuilder()
                                                .number(":asking", asking)
                                                .number(":before", asking - 1L)
                                                .build())));
    }

    @Override
    public boolean answer(
            Evaluation evaluation,
            Finding finding,
            Account account,
            @Nullable Instant since,
            Instant now) {
        var answer = SeatRow.answer(finding, account, since, now);
        var names =
                answer.keySet().stream()
                        .collect(Collectors.toMap(name -> "#" + name, name -> name));
        var values =
                answer.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        entry -> ":" + entry.getKey(), Map.Entry::getValue));
        var set =
                answer.keySet().stream()
                        .map(name -> "#" + name + " = :" + name)
                        .collect(Collectors.joining(", ", "SET ", ""));
        return won(() ->
                dynamo.updateItem(request ->
                        request.tableName(table)
                                .key(seatKey(evaluation, finding.judge()))
                                .updateExpression(set)
                                .conditionExpression("attribute_not_exists(#result)")
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values)));
    }

    @Override
    public boolean conclude(Evaluation evaluation, Verdict verdict, Instant now) {
        var update =
                new Update()
                        .set("verdict", AttributeValue.fromS(verdict.wire()))
                        .set(ReviewIndex.ENDED_AT, millis(now))
                        .set(OpenIndex.DUE_AT, millis(now))
                        .name("#part", PART)
                        .when("attribute_exists(#part) AND attribute_not_exists(#verdict)");
        if (verdict != Verdict.GREEN) {
            update.set(ReviewIndex.REVIEW, ReviewIndex.UNDECIDED);
        }
        return won(() -> dynamo.updateItem(update.of(table, headKey(evaluation))));
    }

    @Override
    public boolean respond(Evaluation evaluation, Feedback feedback) {
        return won(() ->
                dynamo.updateItem(request ->
                        request.tableName(table)
                                .key(headKey(evaluation))
                                .updateExpression(
                                        "SET feedback = list_append(if_not_exists(feedback, :none),"
                                                + " :one)")
                                .conditionExpression(
                                        "attribute_exists("
                                                + PART
                                                + ") AND (attribute_not_exists(feedback) OR"
                                                + " size(feedback) < :most)")
                                .expressionAttributeValues(
                                        new RowBuilder()
                                                .texts(":none", List.of())
                                                .rows(":one", List.of(feedback), OpinionRow::write)
                                                .number(":most", Feedback.MOST)
                                                .build())));
    }

    @Override
    public boolean decide(GenerationId generation, EvaluationId id, Decision decision) {
        return won(() ->
                dynamo.updateItem(
                        new Update()
                                .set("decision", OpinionRow.write(decision).value())
                                .remove(ReviewIndex.REVIEW)
                                .name("#verdict", "verdict")
                                .when(
                                        "attribute_exists(#verdict) AND"
                                                + " attribute_not_exists(#decision)")
                                .of(table, headKey(generation, id))));
    }

    @Override
    public List<Undecided> undecided(int limit) {
        return ReviewIndex.newest(dynamo, table, limit).stream()
                .map(row ->
                        new Undecided(
                                new GenerationId(row.text(GENERATION)),
                                new EvaluationId(row.text(PART))))
                .toList();
    }

    @Override
    public void close(Evaluation evaluation) {
        won(() ->
                dynamo.updateItem(
                        new Update()
                                .remove(OpenIndex.OPEN)
                                .name("#verdict", "verdict")
                                .when("attribute_exists(#verdict)")
                                .of(table, headKey(evaluation))));
    }

    private static AttributeValue millis(Instant at) {
        return AttributeValue.fromN(Long.toString(at.toEpochMilli()));
    }

    @Override
    public List<Overdue> overdue(Instant dueBefore, int limit) {
        return OpenIndex.overdue(dynamo, table, dueBefore, limit).stream()
                .map(row ->
                        new Overdue(
                                new GenerationId(row.text(GENERATION)),
                                new EvaluationId(row.text(PART))))
                .toList();
    }

    private QueryRequest query(GenerationId generation) {
        return QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression("#generation = :generation")
                .expressionAttributeNames(Map.of("#generation", GENERATION))
                .expressionAttributeValues(
                        Map.of(":generation", AttributeValue.fromS(generation.value())))
                .build();
    }

    private List<Evaluation> read(QueryRequest query) {
        var rows = dynamo.queryPaginator(query).items().stream().map(Row::new).toList();
        return rows.stream()
                .filter(row -> !row.text(PART).contains("#"))
                .map(head -> read(head, rows))
                .sorted(Comparator.comparing(Evaluation::startedAt))
                .toList();
    }

    private static Evaluation read(Row head, List<Row> rows) {
        var prefix = head.text(PART) + "#";
        return new Evaluation(
                new GenerationId(head.text(GENERATION)),
                new EvaluationId(head.text(PART)),
                head.text("correlation"),
                RubricRow.read(head.row("rubric")),
                head.instant("started_at"),
                head.instant("deadline_at"),
                head.integer("polls"),
                rows.stream()
                        .filter(row -> row.text(PART).startsWith(prefix))
                        .map(SeatRow::read)
                        .toList(),
                ended(head),
                head.has("feedback")
                        ? head.rows("feedback").stream().map(OpinionRow::readFeedback).toList()
                        : List.of(),
                head.maybeRow("decision").map(OpinionRow::readDecision).orElse(null));
    }

    private static Evaluation.@Nullable Ended ended(Row head) {
        return head.maybeText("verdict")
                .flatMap(Verdict::of)
                .map(verdict ->
                        new Evaluation.Ended(
                                verdict, head.instant("ended_at"), !head.has(OpenIndex.OPEN)))
                .orElse(null);
    }

    private static Map<String, AttributeValue> headKey(Evaluation evaluation) {
        return headKey(evaluation.generation(), evaluation.id());
    }

    private static Map<String, AttributeValue> headKey(GenerationId generation, EvaluationId id) {
        return new RowBuilder().text(GENERATION, generation.value()).text(PART, id.value()).build();
    }

    private static Map<String, AttributeValue> seatKey(Evaluation evaluation, Judge judge) {
        return new RowBuilder()
                .text(GENERATION, evaluation.generation().value())
                .text(PART, evaluation.id().value() + "#" + judge.wire())
                .build();
    }

    private static boolean won(Runnable write) {
        try {
            write.run();
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }
}
