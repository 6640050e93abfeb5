package dev.easel.workflow;

import java.util.List;
import java.util.Set;

/// What a person asks for. The label is opaque: it names no model and no company.
///
/// @param children the runs that a package consists of; empty for all others
public record Workflow(
        String id,
        String label,
        Group group,
        Kind kind,
        Set<Requirement> requires,
        Task task,
        Availability availability,
        List<Child> children) {

    public Workflow {
        requires = Set.copyOf(requires);
        children = List.copyOf(children);
        if ((kind == Kind.PACKAGE) == children.isEmpty()) {
            throw new IllegalArgumentException(id + ": a package has children, and no other has");
        }
    }

    /// One that is a single run.
    public Workflow(
            String id,
            String label,
            Group group,
            Kind kind,
            Set<Requirement> requires,
            Task task,
            Availability availability) {
        this(id, label, group, kind, requires, task, availability, List.of());
    }

    /// How many runs it counts as.
    public int runs() {
        return Math.max(1, children.size());
    }

    /// In cost units of the tier, for each run.
    public int costUnits(Tier tier) {
        return runs() * tier.costUnits();
    }

    public boolean requires(Requirement requirement) {
        return requires.contains(requirement);
    }

    /// It may be given: because it must, or because workflows of this kind take it.
    public boolean takes(Requirement requirement) {
        return requires(requirement) || kind.optional().contains(requirement);
    }
}
