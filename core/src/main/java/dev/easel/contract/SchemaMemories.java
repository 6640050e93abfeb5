package dev.easel.contract;

import java.util.List;
import java.util.Optional;

/// Where the schemas that were seen are remembered. A port.
public interface SchemaMemories {

    /// All models of this provider; empty before the first look was [complete][#complete].
    Optional<List<SchemaMemory>> of(String provider);

    /// Writes it if the version before it is what is kept. False when somebody else was quicker.
    boolean save(String provider, SchemaMemory memory);

    /// Notes that the first look is remembered whole: from now on a new model is news.
    void complete(String provider);
}
