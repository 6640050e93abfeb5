package dev.easel.generation;

import java.util.List;

/// What one order admits: a generation, or a package with its children. Whole or not at all.
///
/// @param head what the order is answered with
/// @param children of a package; empty otherwise
public record Lot(Generation head, List<Generation> children) {

    public Lot {
        children = List.copyOf(children);
    }

    public static Lot of(Generation single) {
        return new Lot(single, List.of());
    }

    /// How many runs it counts as: a package does nothing itself.
    public int runs() {
        return Math.max(1, children.size());
    }

    /// What has to be set going.
    public List<Generation> working() {
        return children.isEmpty() ? List.of(head) : children;
    }
}
