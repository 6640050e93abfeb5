package dev.easel.local;

import dev.easel.parking.CircuitBreaker;
import dev.easel.parking.Parked;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;

/// `./easel park WORKFLOW --notice TEXT`: takes no more orders for it until somebody wakes it.
@Command(
        name = "park",
        description = "Takes no more orders for a workflow; what is under way goes on.",
        footer = {
            "",
            "No canary wakes what is parked by hand: ./easel wake does. The catalogue says so"
                    + " within a minute.",
            "Exit code 0: parked. 1: could not. 2: usage."
        },
        mixinStandardHelpOptions = true)
final class ParkCommand implements Callable<Integer> {

    private static final int NOTICE_CHARS_MAX = 300;

    @SuppressWarnings("NullAway.Init") // picocli sets it.
    @Spec
    private CommandSpec spec;

    @Mixin private ParkingPlace place = new ParkingPlace();

    @Parameters(index = "0", paramLabel = "WORKFLOW", description = "Such as remove-object.")
    private String workflow = "";

    @Option(
            names = "--notice",
            required = true,
            paramLabel = "TEXT",
            description =
                    "What people read instead: a sentence that names no model and no company.")
    private String notice = "";

    @Override
    public Integer call() {
        var known = ParkingPlace.workflow(workflow, spec);
        var text = notice.strip();
        if (text.isEmpty() || text.length() > NOTICE_CHARS_MAX) {
            throw new ParameterException(
                    spec.commandLine(), "A notice has 1 to " + NOTICE_CHARS_MAX + " characters.");
        }
        // As fine as the table keeps it.
        var now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        var parked = new Parked.ByHand(known.id(), text, now);
        place.in((parking, bus) -> {
            parking.park(parked);
            bus.publish(CircuitBreaker.parked(parked));
            return parked;
        });
        spec.commandLine().getOut().println(known.id() + " is parked: " + text);
        return ExitCode.OK;
    }
}
