package dev.easel.local;

import dev.easel.aws.DynamoParking;
import dev.easel.aws.EventBridgeBus;
import dev.easel.event.Bus;
import dev.easel.parking.Parking;
import dev.easel.workflow.Workflow;
import dev.easel.workflow.Workflows;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import java.util.function.BiFunction;

/// Where workflows are parked and woken: the stack that is up, or an account.
final class ParkingPlace {

    @Mixin private PlaceOptions place = new PlaceOptions();

    @ArgGroup(exclusive = false)
    private @Nullable Account account;

    @Option(
            names = "--region",
            paramLabel = "NAME",
            description = "The account's region. Default: as the AWS SDK finds it.")
    private @Nullable String region;

    /// A table and a bus of an account.
    static final class Account {
        @SuppressWarnings("NullAway.Init") // picocli sets it.
        @Option(
                names = "--table",
                required = true,
                paramLabel = "NAME",
                description = {
                    "The guards' table in the account of the AWS SDK's credentials.",
                    "Default: that of the stack that is up."
                })
        private String table;

        @SuppressWarnings("NullAway.Init") // picocli sets it.
        @Option(
                names = "--bus",
                required = true,
                paramLabel = "NAME",
                description = "Its event bus.")
        private String bus;
    }

    /// Does something there.
    <T> T in(BiFunction<Parking, Bus, T> work) {
        var named = account;
        if (named != null) {
            return in(Deployment.account(region), named.table, named.bus, work);
        }
        var local = Deployment.local(place);
        return in(local, local.variable("GUARDS_TABLE"), local.variable("BUS"), work);
    }

    private static <T> T in(
            Deployment deployment, String table, String bus, BiFunction<Parking, Bus, T> work) {
        try (var dynamo = deployment.aws().dynamo();
                var events = deployment.aws().events()) {
            return work.apply(new DynamoParking(dynamo, table), new EventBridgeBus(events, bus));
        }
    }

    /// A typo must not park nothing and say that all is well.
    static Workflow workflow(String id, CommandSpec spec) {
        return Workflows.ALL.stream()
                .filter(workflow -> workflow.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new ParameterException(
                                spec.commandLine(),
                                "There is no workflow %s; there are: %s."
                                        .formatted(
                                                id,
                                                String.join(
                                                        ", ",
                                                        Workflows.ALL.stream()
                                                                .map(Workflow::id)
                                                                .toList()))));
    }
}
