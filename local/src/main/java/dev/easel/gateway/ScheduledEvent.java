package dev.easel.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.easel.template.Names;
import dev.easel.template.Trigger.Timetable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// The event that a schedule sends: its own input with Amazon's keywords filled in, or Amazon's
/// event where it has none.
public final class ScheduledEvent {

    private ScheduledEvent() {}

    public static byte[] of(Timetable timetable, Instant scheduled) {
        var time = scheduled.truncatedTo(ChronoUnit.SECONDS).toString();
        var arn =
                "arn:aws:scheduler:%s:%s:schedule/default/%s"
                        .formatted(Names.REGION, Names.ACCOUNT, timetable.id());
        var input = timetable.input();
        var text = input == null ? standard(time, arn) : filled(input, time, arn);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String filled(String input, String time, String arn) {
        return input.replace("<aws.scheduler.scheduled-time>", time)
                .replace("<aws.scheduler.schedule-arn>", arn)
                .replace("<aws.scheduler.execution-id>", UUID.randomUUID().toString())
                .replace("<aws.scheduler.attempt-number>", "1");
    }

    private static String standard(String time, String arn) {
        var event =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("version", "0")
                        .put("id", UUID.randomUUID().toString())
                        .put("detail-type", "Scheduled Event")
                        .put("source", "aws.scheduler")
                        .put("account", Names.ACCOUNT)
                        .put("time", time)
                        .put("region", Names.REGION);
        event.putArray("resources").add(arn);
        event.put("detail", "{}");
        return event.toString();
    }
}
