package dev.easel.workflow;

import java.util.Set;

/// What a person asks for. The label is opaque: it names no model and no company.
public record Workflow(
        String id,
        String label,
        Group group,
        Kind kind,
        Set<Requirement> requires,
        Task task,
        Availability availability) {

    public Workflow {
        requires = Set.copyOf(requires);
    }

    public boolean requires(Requirement requirement) {
        return requires.contains(requirement);
    }

    /// It may be given: because it must, or because workflows of this kind take it.
    public boolean takes(Requirement requirement) {
        return requires(requirement) || kind.optional().contains(requirement);
    }
}
