package dev.easel.provider;

import dev.easel.failure.Warning;
import dev.easel.id.AttemptId;

import java.util.List;
import java.util.Set;

/// A company's API that does paid work. A port; each adapter is one file of one shape and holds no
/// retry, rate or drift policy. Nothing here throws for what a provider or the network can do.
public interface Provider {

    /// As the tier table spells it.
    String id();

    /// What its API can do besides the work.
    Set<Ability> abilities();

    /// The contracts under which this model can be asked, the newest first; empty when nobody wrote
    /// down how. Contracts are named by the month in which they were first seen.
    List<String> contracts(String model);

    /// What it cannot honour of the job.
    List<Warning> warnings(Job job);

    /// Asks for the job, once, under the contract that the job names.
    Submission submit(Job job);

    /// Asks for the job that was sent under this reference, after a submit of which nobody knows
    /// whether it arrived. Costs nothing. Only asked where it is [Ability#FOUND_BY_REFERENCE].
    Lookup lookUp(AttemptId reference);

    /// Asks how far it is. Only asked where a submit was accepted.
    Progress poll(String ticket);

    /// Asks for the job to be stopped. Whether it was, and what it cost, the next poll tells. Only
    /// asked where it is able to [Ability#CANCEL].
    void cancel(String ticket);

    default boolean can(Ability ability) {
        return abilities().contains(ability);
    }
}
