package dev.easel.local;

import java.net.URI;
import java.util.Optional;

/// AWS in a container. Implemented only in the profile `localstack`, which alone has the library
/// for it.
public interface Container {

    /// Starts it and answers where it listens; empty if this machine has no Docker. It ends with
    /// this JVM.
    Optional<URI> start(String image);
}
