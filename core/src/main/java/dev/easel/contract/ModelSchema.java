package dev.easel.contract;

import java.util.Map;

/// What a provider publishes about one model: a fingerprint of each input and of each output, by
/// its name. The order in which they are listed is no part of it.
public record ModelSchema(Map<String, String> inputs, Map<String, String> outputs) {

    public ModelSchema {
        inputs = Map.copyOf(inputs);
        outputs = Map.copyOf(outputs);
    }
}
