package dev.easel.door;

import dev.easel.judging.Invitation;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a function's settings from its environment, and tells of everything that is missing or
/// wrong at once.
public final class Environment {

    private final Map<String, String> env;
    private final List<String> faults = new ArrayList<>();

    public Environment(Map<String, String> env) {
        this.env = env;
    }

    /// A variable that must be there.
    public String text(String name) {
        var value = env.getOrDefault(name, "");
        if (value.isBlank()) {
            faults.add(name + " is missing");
        }
        return value;
    }

    /// A variable that may be missing, or empty.
    public String maybeText(String name) {
        return env.getOrDefault(name, "").strip();
    }

    /// A whole number of at least 0, with a default.
    public long number(String name, long standard) {
        var value = env.get(name);
        if (value == null) {
            return standard;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below, as every other wrong value.
        }
        faults.add(name + " is not a whole number: " + value);
        return standard;
    }

    /// A whole number of at least 1, with a default.
    public int count(String name, int standard) {
        long number = number(name, standard);
        if (number < 1 || number > Integer.MAX_VALUE) {
            faults.add(name + " is not at least 1: " + number);
            return standard;
        }
        return (int) number;
    }

    /// A time in whole seconds, with a default.
    public Duration seconds(String name, long standard) {
        return Duration.ofSeconds(number(name, standard));
    }

    /// A time in milliseconds, with a default.
    public Duration millis(String name, long standard) {
        return Duration.ofMillis(number(name, standard));
    }

    /// Names with commas between, each of them one of those that are known; empty where it is missing.
    public Set<String> names(String name, Set<String> known) {
        var found = new LinkedHashSet<String>();
        for (var entry : maybeText(name).split(",", -1)) {
            if (known.contains(entry.strip())) {
                found.add(entry.strip());
            } else if (!entry.isBlank()) {
                faults.add(name + " has an entry that is not known: " + entry.strip());
            }
        }
        return found;
    }

    /// Addresses by names, as `name=https://…` with commas between; empty where it is missing.
    public Map<String, URI> addresses(String name) {
        var found = new LinkedHashMap<String, URI>();
        for (var entry : maybeText(name).split(",", -1)) {
            var halves = entry.strip().split("=", 2);
            if (halves.length == 2) {
                found.put(halves[0], URI.create(halves[1]));
            } else if (!entry.isBlank()) {
                faults.add(name + " has an entry that is not name=address: " + entry.strip());
            }
        }
        return found;
    }

    /// Whom a deployment has on its panels outside of this program; the evaluation service where nothing
    /// is said.
    public List<Invitation> panel() {
        try {
            return Invitation.parse(env.getOrDefault("PANEL", "sentinel"));
        } catch (IllegalArgumentException e) {
            faults.add("PANEL is wrong: " + e.getMessage());
            return List.of();
        }
    }

    /// Throws when anything was missing or wrong. Call it last.
    public void check() {
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "the environment is not complete: " + String.join("; ", faults));
        }
    }
}
