package dev.easel.client;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The lines that a person reads while it runs, and the same steps for the record.
public final class Timeline {

    /// One thing that happened.
    public record Step(Duration at, String name, String text) {}

    /// How a line sounds: its colour on a terminal.
    public enum Tone {
        PLAIN(""),
        GOOD("\u001b[32m"),
        DOUBTFUL("\u001b[33m"),
        BAD("\u001b[31m");

        private final String colour;

        Tone(String colour) {
            this.colour = colour;
        }
    }

    private static final String PLAIN_AGAIN = "\u001b[0m";

    private final PrintWriter writer;
    private final Stopwatch stopwatch;
    private final boolean colours;
    private final List<Step> steps = new ArrayList<>();

    public Timeline(PrintWriter writer, Stopwatch stopwatch, boolean colours) {
        this.writer = writer;
        this.stopwatch = stopwatch;
        this.colours = colours;
    }

    public void step(String name, String text) {
        step(Tone.PLAIN, name, text);
    }

    public void step(Tone tone, String name, String text) {
        var step = new Step(stopwatch.elapsed(), name, text);
        steps.add(step);
        print(String.format(Locale.ROOT, "%6.2f s", step.at().toMillis() / 1e3), tone, name, text);
    }

    /// A line that belongs to the step before it and has no time of its own.
    public void detail(Tone tone, String name, String text) {
        print(" ".repeat(8), tone, name, text);
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }

    private void print(String time, Tone tone, String name, String text) {
        var label = String.format(Locale.ROOT, "%-9s", name);
        var shown = colours && tone != Tone.PLAIN ? tone.colour + label + PLAIN_AGAIN : label;
        writer.println((time + "  " + shown + " " + printable(text)).stripTrailing());
        writer.flush();
    }

    /// Judges and providers wrote some of this: no line of theirs may steer the terminal.
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
