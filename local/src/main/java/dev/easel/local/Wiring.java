package dev.easel.local;

import dev.easel.emulator.BusEvent;
import dev.easel.emulator.EventsEmulator;
import dev.easel.gateway.Cadence;
import dev.easel.gateway.FunctionRuntime;
import dev.easel.gateway.InvocationFailed;
import dev.easel.gateway.QueueSource;
import dev.easel.gateway.RulePattern;
import dev.easel.gateway.ScheduledEvent;
import dev.easel.gateway.Scheduler;
import dev.easel.template.Names;
import dev.easel.template.Queue;
import dev.easel.template.Template;
import dev.easel.template.Trigger;

import software.amazon.awssdk.services.sqs.SqsClient;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Connects functions with what calls them besides the front: queues, schedules, rules.
final class Wiring implements AutoCloseable {

    private final Template template;
    private final SqsClient sqs;
    private final URI queues;
    private final Optional<EventsEmulator> events;
    private final Crew crew = new Crew();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Scheduler scheduler = new Scheduler(Clock.systemUTC(), executor);

    /// Without `events` the bus runs elsewhere.
    Wiring(Template template, SqsClient sqs, URI queues, Optional<EventsEmulator> events) {
        this.template = template;
        this.sqs = sqs;
        this.queues = queues;
        this.events = events;
    }

    void connect(Collection<FunctionRuntime> functions) {
        for (var function : functions) {
            function.function().triggers().forEach(trigger -> connect(function, trigger));
        }
        crew.keep(scheduler).start();
    }

    private void connect(FunctionRuntime function, Trigger trigger) {
        switch (trigger) {
            case Trigger.Route _ -> {
                // The front has it.
            }
            case Trigger.Messages messages -> {
                var url = queues + "/" + Names.ACCOUNT + "/" + queue(messages).name();
                crew.keep(new QueueSource(sqs, url, messages, function)).start();
            }
            case Trigger.Timetable timetable -> {
                var cadence = Cadence.parse(timetable.expression(), ZoneId.of(timetable.zone()));
                scheduler.add(
                        cadence, time -> quietly(function, ScheduledEvent.of(timetable, time)));
            }
            case Trigger.Rule rule -> {
                var pattern = RulePattern.of(rule.pattern());
                bus(function).listen(event -> offer(event, rule, pattern, function));
            }
        }
    }

    /// A bus that runs elsewhere calls nobody here.
    private EventsEmulator bus(FunctionRuntime function) {
        return events.orElseThrow(() ->
                new StackException(
                        function.function().id()
                                + " is called by a rule: run the part events together with it.",
                        null));
    }

    private Queue queue(Trigger.Messages messages) {
        return template.queueByArn(messages.queueArn())
                .orElseThrow(() ->
                        new StackException(
                                "No queue of the template is " + messages.queueArn() + ".", null));
    }

    private void offer(
            BusEvent event, Trigger.Rule rule, RulePattern pattern, FunctionRuntime function) {
        var envelope = event.envelope();
        if (event.bus().equals(rule.bus()) && pattern.matches(envelope)) {
            var bytes = envelope.toString().getBytes(StandardCharsets.UTF_8);
            executor.execute(() -> quietly(function, bytes));
        }
    }

    /// An asynchronous call: nobody waits for the answer, and the runtime has logged a failure. Not
    /// repeated, where Lambda would.
    private static void quietly(FunctionRuntime function, byte[] event) {
        try {
            function.invoke(event);
        } catch (InvocationFailed _) {
            // Logged.
        }
    }

    @Override
    public void close() {
        crew.close();
        executor.shutdownNow();
    }
}
