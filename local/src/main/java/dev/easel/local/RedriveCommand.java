package dev.easel.local;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.concurrent.Callable;

/// `./easel redrive QUEUE`: dead letters go back to the queue they came from.
@Command(
        name = "redrive",
        description = "Moves the messages of a dead-letter queue back to the queue they came from.",
        footer = {
            "",
            "Each is sent and then deleted: one that is moved twice does its work once.",
            "Exit code 0: moved, or nothing to move. 1: could not. 2: usage."
        },
        mixinStandardHelpOptions = true)
final class RedriveCommand implements Callable<Integer> {

    @SuppressWarnings("NullAway.Init") // picocli sets it.
    @Spec
    private CommandSpec spec;

    @Mixin private PlaceOptions place = new PlaceOptions();

    @SuppressWarnings("NullAway.Init") // picocli sets it.
    @ArgGroup(multiplicity = "1")
    private Which which;

    @Option(
            names = "--region",
            paramLabel = "NAME",
            description = "The account's region. Default: as the AWS SDK finds it.")
    private @Nullable String region;

    @Option(names = "--dry-run", description = "Only list them: ids, and what each is for.")
    private boolean dryRun;

    /// One of the stack that is up, or two of an account.
    static final class Which {
        @Parameters(
                index = "0",
                paramLabel = "QUEUE",
                description = "steps or evaluations, of the stack that is up.")
        private @Nullable String queue;

        @ArgGroup(exclusive = false)
        private @Nullable Account account;
    }

    /// Two queues of an account.
    static final class Account {
        @SuppressWarnings("NullAway.Init") // picocli sets it.
        @Option(
                names = "--from",
                required = true,
                paramLabel = "QUEUE_URL",
                description = "The dead letters, in the account of the AWS SDK's credentials.")
        private String from;

        @SuppressWarnings("NullAway.Init") // picocli sets it.
        @Option(
                names = "--to",
                required = true,
                paramLabel = "QUEUE_URL",
                description = "The queue they came from.")
        private String to;
    }

    @Override
    public Integer call() {
        var account = which.account;
        if (account != null) {
            report(Deployment.account(region), new Deployment.Pair(account.from, account.to));
        } else {
            var deployment = Deployment.local(place);
            report(deployment, deployment.queue(requireNonNull(which.queue)));
        }
        return ExitCode.OK;
    }

    private void report(Deployment deployment, Deployment.Pair queues) {
        try (var sqs = deployment.aws().sqs()) {
            var redrive = new Redrive(sqs, queues);
            var letters = dryRun ? redrive.look() : redrive.move();
            print(letters);
        }
    }

    private void print(List<Redrive.Letter> letters) {
        var console = spec.commandLine().getOut();
        letters.forEach(letter -> console.println(letter.id() + "  " + letter.means()));
        var messages = letters.size() == 1 ? "1 message" : letters.size() + " messages";
        console.println(dryRun ? messages + " would be moved" : messages + " moved");
    }
}
