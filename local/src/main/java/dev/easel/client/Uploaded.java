package dev.easel.client;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/// What the API said of a picture after it had looked at it.
public record Uploaded(JsonNode body) {

    public String id() {
        return body.path("upload_id").asText();
    }

    /// The painted share of a mask, from 0 to 1; 0 for anything else.
    public double maskCoverage() {
        return body.path("mask_coverage").asDouble();
    }

    public List<String> warnings() {
        var details = new ArrayList<String>();
        body.path("warnings").forEach(warning -> details.add(warning.path("detail").asText()));
        return details;
    }
}
