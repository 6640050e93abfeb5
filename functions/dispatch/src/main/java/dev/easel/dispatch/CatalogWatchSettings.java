package dev.easel.dispatch;

import dev.easel.door.Environment;

import java.net.URI;
import java.util.Map;

/// What the watch over the gateway's catalogue is told by its environment.
record CatalogWatchSettings(String guardsTable, String bus, URI runflow) {

    static CatalogWatchSettings from(Map<String, String> env) {
        var environment = new Environment(env);
        var settings =
                new CatalogWatchSettings(
                        environment.text("GUARDS_TABLE"),
                        environment.text("BUS"),
                        URI.create(environment.text("RUNFLOW_URL")));
        environment.check();
        return settings;
    }
}
