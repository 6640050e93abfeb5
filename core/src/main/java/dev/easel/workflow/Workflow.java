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

    /// A photo may be given. `create` is the one workflow that starts from words alone.
    public boolean takesImage() {
        return requires(Requirement.IMAGE);
    }
}
