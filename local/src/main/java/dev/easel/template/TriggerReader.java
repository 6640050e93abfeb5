package dev.easel.template;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads the `Events` of a function.
final class TriggerReader {

    private static final int BATCH_SIZE = 10;

    /// Five batches at once are what Lambda begins with when the template sets no maximum.
    private static final int CONCURRENCY = 5;

    private static final String PARTIAL_FAILURES = "ReportBatchItemFailures";

    private TriggerReader() {}

    static List<Trigger> read(String function, Section events) {
        var triggers = new ArrayList<Trigger>();
        for (var name : events.keys()) {
            var trigger = trigger(function + name, events.section(name));
            if (trigger != null) {
                triggers.add(trigger);
            }
        }
        return triggers;
    }

    private static @Nullable Trigger trigger(String id, Section event) {
        var type = event.text("Type");
        var properties = event.section("Properties");
        if (isOff(properties)) {
            return null;
        }
        return switch (type) {
            case "HttpApi" -> route(properties);
            case "SQS" -> messages(properties);
            case "ScheduleV2" -> timetable(id, properties);
            case "EventBridgeRule" ->
                    new Trigger.Rule(
                            textOr(properties, "EventBusName", "default"),
                            Section.mapping(properties.value("Pattern"), properties.place()));
            default ->
                    throw new TemplateException(
                            "%s is an event of type %s, which local mode does not know."
                                    .formatted(event.place(), type));
        };
    }

    private static boolean isOff(Section properties) {
        return "DISABLED".equals(properties.text("State", null))
                || "false".equals(properties.text("Enabled", null));
    }

    private static Trigger route(Section properties) {
        var method = textOr(properties, "Method", "ANY").toUpperCase(Locale.ROOT);
        return new Trigger.Route(
                method.equals("X-AMAZON-APIGATEWAY-ANY-METHOD") ? "ANY" : method,
                textOr(properties, "Path", "$default"));
    }

    private static Trigger messages(Section properties) {
        return new Trigger.Messages(
                properties.text("Queue"),
                properties.number("BatchSize", BATCH_SIZE),
                properties.texts("FunctionResponseTypes").contains(PARTIAL_FAILURES),
                properties.section("ScalingConfig").number("MaximumConcurrency", CONCURRENCY));
    }

    private static Trigger timetable(String id, Section properties) {
        return new Trigger.Timetable(
                id,
                properties.text("ScheduleExpression"),
                textOr(properties, "ScheduleExpressionTimezone", "UTC"),
                properties.text("Input", null));
    }

    private static String textOr(Section section, String key, String otherwise) {
        var text = section.text(key, null);
        return text == null ? otherwise : text;
    }
}
