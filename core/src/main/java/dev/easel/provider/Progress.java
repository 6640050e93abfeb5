package dev.easel.provider;

import dev.easel.failure.ProviderFailure;

import java.net.URI;
import java.util.List;

/// How far a submitted job is.
public sealed interface Progress {

    /// Not done; ask again later. A poll that did not come through reads the same: asking costs
    /// nothing.
    record Pending() implements Progress {}

    /// Done, with at least one picture to collect. The URLs die soon: copy at once.
    record Finished(List<URI> outputs) implements Progress {
        public Finished {
            outputs = List.copyOf(outputs);
        }
    }

    /// It ended without a picture.
    record Broken(ProviderFailure failure) implements Progress {}
}
