package dev.easel.contract;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/// One way in which a model's published schema is not what it was.
///
/// @param added the names of the fields that are new, sorted; likewise the others
public record SchemaChange(
        Kind kind, List<String> added, List<String> removed, List<String> changed) {

    public SchemaChange {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /// What it is that changed.
    public enum Kind {
        /// The model is listed, and was not.
        ADDED,
        /// The model was listed, and is not.
        REMOVED,
        INPUTS,
        OUTPUTS;

        /// As events spell it.
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// All that lies between two schemas; null stands for a model that is not listed.
    public static List<SchemaChange> between(
            @Nullable ModelSchema before, @Nullable ModelSchema after) {
        if (before == null) {
            return after == null ? List.of() : List.of(of(Kind.ADDED));
        }
        if (after == null) {
            return List.of(of(Kind.REMOVED));
        }
        var changes = new ArrayList<SchemaChange>();
        if (!before.inputs().equals(after.inputs())) {
            changes.add(between(Kind.INPUTS, before.inputs(), after.inputs()));
        }
        if (!before.outputs().equals(after.outputs())) {
            changes.add(between(Kind.OUTPUTS, before.outputs(), after.outputs()));
        }
        return List.copyOf(changes);
    }

    private static SchemaChange of(Kind kind) {
        return new SchemaChange(kind, List.of(), List.of(), List.of());
    }

    private static SchemaChange between(
            Kind kind, Map<String, String> before, Map<String, String> after) {
        return new SchemaChange(
                kind,
                names(after, name -> !before.containsKey(name)),
                names(before, name -> !after.containsKey(name)),
                names(
                        after,
                        name ->
                                before.containsKey(name)
                                        && !Objects.equals(before.get(name), after.get(name))));
    }

    private static List<String> names(Map<String, String> fields, Predicate<String> which) {
        return fields.keySet().stream().filter(which).sorted().toList();
    }
}
