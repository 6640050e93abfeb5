package dev.easel.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class TemplateFileTest {

    private static final URI QUEUES = URI.create("http://127.0.0.1:4603");

    private static Template sample() {
        return TemplateFile.read(Path.of("src/test/resources/template.yaml"))
                .resolve(Map.of(), QUEUES);
    }

    private static Template parse(String text, Map<String, String> parameters) {
        return TemplateFile.parse(text).resolve(parameters, QUEUES);
    }

    /// The variable V of a function in a template with one of everything.
    private static String variable(String value, Map<String, String> parameters) {
        var text =
                """
                Parameters:
                  Stage: { Type: String, Default: dev, AllowedValues: [dev, prod] }
                  Hosts: { Type: CommaDelimitedList, Default: 'a, b' }
                Conditions:
                  IsProd: !Equals [!Ref Stage, prod]
                  IsNotProd: !Not [{ Condition: IsProd }]
                  IsEither: !Or [!Condition IsProd, !Condition IsNotProd]
                  IsBoth: { 'Fn::And': [!Condition IsProd, !Condition IsNotProd] }
                Resources:
                  Table: { Type: 'AWS::DynamoDB::Table', Properties: { KeySchema: [{ AttributeName: pk, KeyType: HASH }] } }
                  Queue: { Type: 'AWS::SQS::Queue' }
                  Bucket: { Type: 'AWS::S3::Bucket' }
                  Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: !Sub '${AWS::StackName}-bus' } }
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B
                      Environment: { Variables: { V: %s } }
                """
                        .formatted(value);
        return parse(text, parameters)
                .function("F")
                .orElseThrow()
                .environment()
                .getOrDefault("V", "(absent)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "!Ref Stage; dev",
                "{ Ref: Stage }; dev",
                "!Ref AWS::Region; us-east-1",
                "!Ref AWS::AccountId; 000000000000",
                "!Ref AWS::NoValue; (absent)",
                "!Ref Table; easel-Table",
                "!Ref Bucket; easel-bucket",
                "!Ref Bus; easel-bus",
                "!Ref Queue; http://127.0.0.1:4603/000000000000/easel-Queue",
                "!GetAtt Table.Arn; arn:aws:dynamodb:us-east-1:000000000000:table/easel-Table",
                "!GetAtt [Queue, Arn]; arn:aws:sqs:us-east-1:000000000000:easel-Queue",
                "{ 'Fn::GetAtt': [Queue, QueueName] }; easel-Queue",
                "!GetAtt Bucket.Arn; arn:aws:s3:::easel-bucket",
                "!Sub '${Bucket.Arn}/x/${Stage}'; arn:aws:s3:::easel-bucket/x/dev",
                "!Sub ['${Own}-${Stage}-${!Kept}', { Own: !Ref Bus }]; easel-bus-dev-${Kept}",
                "!Join ['-', [a, !Ref Stage]]; a-dev",
                "!Join ['+', !Ref Hosts]; a+b",
                "!If [IsProd, yes-it-is, no-it-is-not]; no-it-is-not",
                "!If [IsNotProd, yes-it-is, no-it-is-not]; yes-it-is",
                "!If [IsEither, yes-it-is, no-it-is-not]; yes-it-is",
                "!If [IsBoth, yes-it-is, !Ref AWS::NoValue]; (absent)",
            })
    void intrinsicsGiveWhatCloudFormationWouldGive(String written, String resolved) {
        assertThat(variable(written, Map.of())).isEqualTo(resolved);
    }

    @Test
    void aParameterCanBeOverridden() {
        assertThat(variable("!If [IsProd, a, b]", Map.of("Stage", "prod"))).isEqualTo("a");
    }

    @Test
    void anUnknownParameterIsAnErrorThatListsTheKnownOnes() {
        assertThatThrownBy(() -> variable("x", Map.of("Stagee", "prod")))
                .isInstanceOf(TemplateException.class)
                .hasMessage("The template has no parameter Stagee; it has [Hosts, Stage].");
    }

    @Test
    void aValueThatTheTemplateDoesNotAllowIsAnError() {
        assertThatThrownBy(() -> variable("x", Map.of("Stage", "test")))
                .hasMessage("The parameter Stage is test; allowed are [dev, prod].");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "FirstPollSeconds; -1; it must be at least 1.",
                "FirstPollSeconds; 0.5; it must be at least 1.",
                "FirstPollSeconds; soon; it must be a number.",
                "EvaluationBudgetSeconds; 901; it must be at most 840.",
                "AllowedOrigin; *; it must be one exact origin, never \"*\".",
                "CallerSecretParameter; secret; it must be like ^(/[A-Za-z0-9_.-]+)+$.",
                "LogRetentionDays; 8; allowed are [7, 14, 30, 60, 90]."
            })
    void whatCannotBeDeployedDoesNotStartHereEither(String name, String value, String rule) {
        var file = TemplateFile.read(Path.of("../template.yaml"));

        assertThatThrownBy(() -> file.resolve(Map.of(name, value), QUEUES))
                .isInstanceOf(TemplateException.class)
                .hasMessage("The parameter %s is %s; %s".formatted(name, value, rule));
    }

    @Test
    void anyOtherIntrinsicIsNamedWithItsPlace() {
        assertThatThrownBy(() -> variable("!Select [0, [a]]", Map.of()))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith(
                        "!Select in Resources.F.Properties.Environment.Variables.V is not"
                                + " understood here");
    }

    @Test
    void aReferenceToNothingIsNamedWithItsPlace() {
        assertThatThrownBy(() -> variable("!Ref Nobody", Map.of()))
                .hasMessage(
                        "Resources.F.Properties.Environment.Variables.V refers to Nobody, which is"
                                + " neither a parameter nor a resource.");
        assertThatThrownBy(() -> variable("!GetAtt Table.Nothing", Map.of()))
                .hasMessageStartingWith("!GetAtt Table.Nothing in Resources.F.");
    }

    @Test
    void aResourceOfAnUnknownTypeIsAnError() {
        assertThatThrownBy(
                        () -> parse("Resources: { Db: { Type: AWS::RDS::DBCluster } }", Map.of()))
                .hasMessage(
                        "Resources.Db is of type AWS::RDS::DBCluster, which local mode neither"
                                + " builds nor knowingly ignores.");
    }

    @Test
    void aResourceWhoseConditionDoesNotHoldIsLeftOut() {
        var text =
                """
                Conditions: { Never: !Equals [a, b] }
                Resources: { Queue: { Type: AWS::SQS::Queue, Condition: Never } }
                """;

        assertThat(parse(text, Map.of()).queues()).isEmpty();
    }

    @Test
    void whatIsNotYamlSaysWhere() {
        assertThatThrownBy(() -> parse("a: [", Map.of()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> TemplateFile.read(Path.of("nowhere.yaml")))
                .hasMessage("There is no template at nowhere.yaml.");
    }

    @Test
    void aTableHasItsKeysIndexesAndTimeToLive() {
        var table = sample().tables().getFirst();

        assertThat(table.name()).isEqualTo("easel-ThingsTable");
        assertThat(table.key()).isEqualTo(new Table.Key("id", null));
        assertThat(table.indexes())
                .containsExactly(
                        new Table.Index(
                                "open-by-due",
                                new Table.Key("open", "due_at"),
                                "KEYS_ONLY",
                                List.of()));
        assertThat(table.expiry()).isEqualTo("exp");
    }

    @Test
    void aQueueHasItsTimesAndItsDeadLetters() {
        var queue = sample().queues().getFirst();

        assertThat(queue.visibility()).isEqualTo(Duration.ofSeconds(1));
        assertThat(queue.delay()).isZero();
        assertThat(queue.redrive())
                .isEqualTo(
                        new Queue.Redrive(
                                "arn:aws:sqs:us-east-1:000000000000:easel-WorkDeadLetters", 2));
    }

    @Test
    void theGlobalsAreMergedIntoEveryFunction() {
        var echo = sample().function("EchoFunction").orElseThrow();
        var batch = sample().function("BatchWorkFunction").orElseThrow();

        assertThat(echo.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(echo.environment()).containsEntry("STAGE", "test").containsEntry("LIMIT", "7");
        assertThat(batch.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(batch.memoryMegabytes()).isEqualTo(512);
        assertThat(batch.handler()).isEqualTo("dev.easel.gateway.BatchHandler");
    }

    @Test
    void theEventsOfAFunctionAreItsTriggers() {
        assertThat(sample().function("EchoFunction").orElseThrow().triggers())
                .contains(
                        new Trigger.Route("GET", "/v1/things/{id}"),
                        new Trigger.Route("ANY", "/v1/files/{path+}"));
        assertThat(sample().function("BatchWorkFunction").orElseThrow().triggers())
                .containsExactly(
                        new Trigger.Messages(
                                "arn:aws:sqs:us-east-1:000000000000:easel-WorkQueue", 10, true, 3),
                        new Trigger.Timetable(
                                "BatchWorkFunctionSweep",
                                "rate(1 minute)",
                                "UTC",
                                "{\"at\":\"<aws.scheduler.scheduled-time>\"}"),
                        new Trigger.Rule("easel-bus", Map.of("source", List.of("easel"))));
    }

    @Test
    void theCorsRulesOfBucketAndApiAreRead() {
        var origin = List.of("https://studio.example.com");

        assertThat(sample().buckets().getFirst().cors().getFirst())
                .isEqualTo(
                        new Cors(
                                origin,
                                List.of("GET", "PUT"),
                                List.of("content-type"),
                                List.of("ETag"),
                                Duration.ofMinutes(10),
                                false));
        assertThat(sample().apiCors().getFirst().methods()).containsExactly("GET", "POST");
    }

    @Test
    void theTemplateThatDeploysIsUnderstood() {
        var template = TemplateFile.read(Path.of("../template.yaml")).resolve(Map.of(), QUEUES);

        assertThat(template.tables()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(template.functions()).hasSizeGreaterThanOrEqualTo(4);
    }
}
