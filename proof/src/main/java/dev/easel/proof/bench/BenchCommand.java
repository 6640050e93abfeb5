package dev.easel.proof.bench;

import dev.easel.judging.PixelJudges;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// `./easel bench`: what is measured. The launcher starts it with all of the JVM's compilers, which
/// the rest of the command line does without.
@Command(
        name = "./easel bench",
        description = "Measures parts of Easel against what is known to be true.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Runnable {

    @SuppressWarnings("NullAway.Init") // picocli sets it.
    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(
                run(
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                        arguments));
    }

    /// What the process ends with: 0 measured, 2 not understood.
    static int run(PrintWriter console, PrintWriter errors, String... arguments) {
        return run(PixelJudges::judge, console, errors, arguments);
    }

    static int run(Jury jury, PrintWriter console, PrintWriter errors, String... arguments) {
        return new CommandLine(new BenchCommand())
                .addSubcommand(new JudgesCommand(jury))
                .setOut(console)
                .setErr(errors)
                .execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
