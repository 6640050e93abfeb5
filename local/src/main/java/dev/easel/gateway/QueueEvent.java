package dev.easel.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.template.Names;

import software.amazon.awssdk.services.sqs.model.Message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A batch of messages as Lambda hands it to a function, and what the function's answer means for
/// it.
final class QueueEvent {

    private static final ObjectMapper JSON = new ObjectMapper();

    private QueueEvent() {}

    static byte[] of(List<Message> messages, String queueArn) {
        var event = JsonNodeFactory.instance.objectNode();
        var records = event.putArray("Records");
        messages.forEach(message -> records.add(entry(message, queueArn)));
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode entry(Message message, String queueArn) {
        var entry =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("messageId", message.messageId())
                        .put("receiptHandle", message.receiptHandle())
                        .put("body", message.body());
        var attributes = entry.putObject("attributes");
        message.attributesAsStrings().forEach(attributes::put);
        var own = entry.putObject("messageAttributes");
        message.messageAttributes()
                .forEach((name, value) -> {
                    var attribute = own.putObject(name).put("dataType", value.dataType());
                    attribute.putArray("stringListValues");
                    attribute.putArray("binaryListValues");
                    if (value.stringValue() != null) {
                        attribute.put("stringValue", value.stringValue());
                    }
                    if (value.binaryValue() != null) {
                        attribute.put("binaryValue", value.binaryValue().asByteArray());
                    }
                });
        return entry.put("md5OfBody", message.md5OfBody())
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", queueArn)
                .put("awsRegion", Names.REGION);
    }

    /// The ids of the messages that are to come back. An answer that names a message of no batch,
    /// or is not what Lambda expects, fails all of them, as Lambda has it.
    static Set<String> failures(byte[] answer, List<Message> batch) {
        var all = batch.stream().map(Message::messageId).collect(Collectors.toSet());
        try {
            var items = JSON.readTree(answer).path("batchItemFailures");
            if (items.isMissingNode() || items.isNull()) {
                return Set.of();
            }
            var failed = new HashSet<String>();
            for (JsonNode item : items) {
                failed.add(item.path("itemIdentifier").asText());
            }
            return items.isArray() && all.containsAll(failed) ? failed : all;
        } catch (IOException _) {
            return all;
        }
    }
}
