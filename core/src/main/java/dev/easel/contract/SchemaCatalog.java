package dev.easel.contract;

import java.util.Map;

/// The catalogue that a provider publishes of its models. A port; reading it costs nothing.
public interface SchemaCatalog {

    /// The provider's id, as the tier table spells it.
    String provider();

    Listing list();

    /// What came of reading it.
    sealed interface Listing {

        /// All of it, by model; never empty.
        record Whole(Map<String, ModelSchema> models) implements Listing {
            public Whole {
                models = Map.copyOf(models);
                if (models.isEmpty()) {
                    throw new IllegalArgumentException("a catalogue without a model");
                }
            }
        }

        /// Not all of it could be read. A part would pass for a removal of the rest.
        record Unreadable(String why) implements Listing {}
    }
}
