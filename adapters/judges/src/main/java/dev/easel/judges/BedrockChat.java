package dev.easel.judges;

import dev.easel.judging.Account;
import dev.easel.judging.Exhibit;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ImageBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ImageFormat;
import software.amazon.awssdk.services.bedrockruntime.model.ImageSource;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.OutputFormatType;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;

import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Amazon Bedrock's Converse with a JSON schema for the answer
/// (<https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html>). The client
/// must not repeat a call by itself: each is paid.
final class BedrockChat implements Chat {

    private static final int ANSWER_TOKENS_MAX = 4_096;

    /// Too many at once, not loaded yet, no room now: the question was not looked at.
    private static final Set<Integer> NOTHING_DONE = Set.of(429, 503);

    private final BedrockRuntimeClient bedrock;
    private final String model;

    BedrockChat(BedrockRuntimeClient bedrock, String model) {
        this.bedrock = bedrock;
        this.model = model;
    }

    @Override
    public Said ask(Prompt prompt) {
        try {
            return said(bedrock.converse(request(prompt)));
        } catch (AwsServiceException e) {
            return failed(e);
        } catch (SdkException e) {
            // No connection, or no answer: which of the two is not told apart here.
            return new Said.Nothing(e.getClass().getSimpleName(), Account.NONE);
        }
    }

    private ConverseRequest request(Prompt prompt) {
        var content = new ArrayList<ContentBlock>();
        for (var exhibit : prompt.exhibits()) {
            content.add(ContentBlock.fromText(exhibit.label()));
            content.add(ContentBlock.fromImage(image(exhibit)));
        }
        content.add(ContentBlock.fromText(prompt.questions()));
        var schema = FormJson.JSON_SCHEMA.of(prompt.form()).toString();
        return ConverseRequest.builder()
                .modelId(model)
                .system(SystemContentBlock.fromText(prompt.system()))
                .messages(Message.builder().role(ConversationRole.USER).content(content).build())
                .inferenceConfig(config -> config.maxTokens(ANSWER_TOKENS_MAX))
                .outputConfig(output ->
                        output.textFormat(format ->
                                format.type(OutputFormatType.JSON_SCHEMA)
                                        .structure(structure ->
                                                structure.jsonSchema(json ->
                                                        json.name("answer").schema(schema)))))
                .requestMetadata(Map.of("reference", prompt.reference()))
                .build();
    }

    private static ImageBlock image(Exhibit exhibit) {
        var format = exhibit.contentType().equals("image/png") ? ImageFormat.PNG : ImageFormat.JPEG;
        return ImageBlock.builder()
                .format(format)
                .source(ImageSource.fromBytes(SdkBytes.fromByteArrayUnsafe(exhibit.bytes())))
                .build();
    }

    private Said said(ConverseResponse response) {
        var usage = usage(response);
        return switch (response.stopReason()) {
            case END_TURN, STOP_SEQUENCE -> new Said.Text(text(response), usage);
            case GUARDRAIL_INTERVENED, CONTENT_FILTERED ->
                    new Said.Refused("ended: " + response.stopReasonAsString(), usage);
            case null, default ->
                    new Said.Nothing("ended: " + response.stopReasonAsString(), usage);
        };
    }

    private static String text(ConverseResponse response) {
        var output = response.output();
        var message = output == null ? null : output.message();
        return message == null
                ? ""
                : message.content().stream()
                        .map(ContentBlock::text)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining());
    }

    /// It does not say which model answered beyond the id that was asked for.
    private Account usage(ConverseResponse response) {
        var usage = response.usage();
        return usage == null
                ? new Account(model, null, null, null, null)
                : new Account(
                        model, (long) usage.inputTokens(), (long) usage.outputTokens(), null, null);
    }

    private static Said failed(AwsServiceException e) {
        var details = e.awsErrorDetails();
        var code = details == null ? "no code" : details.errorCode();
        var reason = "HTTP " + e.statusCode() + ": " + code;
        if (NOTHING_DONE.contains(e.statusCode())) {
            return new Said.Busy(reason);
        }
        return e.statusCode() >= 500 || e.statusCode() == 408 || e.statusCode() == 424
                ? new Said.Nothing(reason, Account.NONE)
                : new Said.Declined(reason);
    }
}
