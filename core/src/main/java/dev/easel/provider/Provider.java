package dev.easel.provider;

/// A company's API that does paid work. A port; each adapter is one file of one shape and holds no
/// retry, rate or drift policy.
public interface Provider {

    /// As the tier table spells it.
    String id();

    /// Asks for the job, once. Never throws for what a provider or the network can do.
    Submission submit(Job job);

    /// Asks how far it is.
    Progress poll(String ticket);
}
