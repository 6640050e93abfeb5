package dev.easel.provider;

import dev.easel.failure.ProviderFailure;

import java.util.List;

/// How far a submitted job is.
public sealed interface Progress {

    /// Not done; ask again later. A poll that did not come through reads the same: asking costs
    /// nothing.
    record Pending() implements Progress {}

    /// Done, with at least one picture. What lies at the provider dies soon: copy at once.
    ///
    /// @param shape how the answer held them, as operators read it: `outputs[].url`
    record Finished(List<Output> outputs, String shape) implements Progress {
        public Finished {
            outputs = List.copyOf(outputs);
        }
    }

    /// It ended without a picture.
    record Broken(ProviderFailure failure) implements Progress {}
}
