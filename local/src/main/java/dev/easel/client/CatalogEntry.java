package dev.easel.client;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A workflow as an endpoint's catalogue offers it.
///
/// @param rests it was open, and will be again
/// @param notice why it is not open; absent if it is
public record CatalogEntry(
        String id,
        String label,
        Set<String> requires,
        boolean rests,
        @Nullable String notice,
        List<Tier> tiers) {

    /// One resolution of it.
    ///
    /// @param why what keeps it from being dispatched; empty if nothing does
    public record Tier(String name, boolean dispatchable, String why) {}

    public CatalogEntry {
        requires = Set.copyOf(requires);
        tiers = List.copyOf(tiers);
    }

    static CatalogEntry of(JsonNode workflow) {
        var requires = new LinkedHashSet<String>();
        workflow.path("requires").forEach(required -> requires.add(required.asText()));
        var tiers = new ArrayList<Tier>();
        for (var tier : workflow.path("tiers")) {
            tiers.add(
                    new Tier(
                            tier.path("tier").asText(),
                            tier.path("dispatchable").asBoolean(true),
                            tier.path("why").path("detail").asText("")));
        }
        return new CatalogEntry(
                workflow.path("id").asText(),
                workflow.path("label").asText(),
                requires,
                workflow.at("/availability/status").asText().equals("parked"),
                notice(workflow.path("availability")),
                tiers);
    }

    private static @Nullable String notice(JsonNode availability) {
        return availability.path("status").asText("available").equals("available")
                ? null
                : availability.path("notice").asText("It is built, but not open yet.");
    }
}
