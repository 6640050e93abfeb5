package dev.easel.dispatch;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.door.Body;
import dev.easel.id.GenerationId;

import java.util.Optional;

/// An order that names an earlier one and nothing else.
final class RetryRequest {

    private static final String FIELD = "retry_of";

    private RetryRequest() {}

    /// Empty where the body is an order of its own.
    static Optional<GenerationId> from(JsonNode json) {
        var body = Body.of(json);
        if (!json.has(FIELD)) {
            return Optional.empty();
        }
        var id =
                body.required(
                        FIELD,
                        body.choice(FIELD, GenerationId::parse, "is not the id of a generation"));
        json.fieldNames()
                .forEachRemaining(name -> {
                    if (!name.equals(FIELD)) {
                        body.violate(name, "is taken from the generation that is tried again");
                    }
                });
        body.check();
        return id;
    }
}
