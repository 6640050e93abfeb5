package dev.easel.provider;

import dev.easel.failure.Warning;
import dev.easel.id.AttemptId;

import java.util.List;

/// A company's API that does paid work. A port; each adapter is one file of one shape and holds no
/// retry, rate or drift policy.
public interface Provider {

    /// As the tier table spells it.
    String id();

    /// What it cannot honour of the job.
    List<Warning> warnings(Job job);

    /// Asks for the job, once. Never throws for what a provider or the network can do.
    Submission submit(Job job);

    /// Asks for the job that was sent under this reference, after a submit of which nobody knows
    /// whether it arrived. Costs nothing.
    Lookup lookUp(AttemptId reference);

    /// Asks how far it is.
    Progress poll(String ticket);
}
