package dev.easel.local;

import dev.easel.event.Bus;
import dev.easel.parking.CircuitBreaker;
import dev.easel.parking.Parking;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/// `./easel wake WORKFLOW`: takes orders for it again, whoever parked it.
@Command(
        name = "wake",
        description = "Takes orders for a parked workflow again, whoever parked it.",
        footer = {"", "Exit code 0: awake, or it was not parked. 1: could not. 2: usage."},
        mixinStandardHelpOptions = true)
final class WakeCommand implements Callable<Integer> {

    @SuppressWarnings("NullAway.Init") // picocli sets it.
    @Spec
    private CommandSpec spec;

    @Mixin private ParkingPlace place = new ParkingPlace();

    @Parameters(index = "0", paramLabel = "WORKFLOW", description = "Such as remove-object.")
    private String workflow = "";

    @Override
    public Integer call() {
        var known = ParkingPlace.workflow(workflow, spec);
        var woken = place.in((parking, bus) -> wake(known.id(), parking, bus));
        spec.commandLine().getOut().println(known.id() + (woken ? " is awake" : " was not parked"));
        return ExitCode.OK;
    }

    private static boolean wake(String id, Parking parking, Bus bus) {
        var parked = parking.all().get(id);
        if (parked == null || !parking.wake(id)) {
            return false;
        }
        bus.publish(CircuitBreaker.woken(parked, "hand"));
        return true;
    }
}
