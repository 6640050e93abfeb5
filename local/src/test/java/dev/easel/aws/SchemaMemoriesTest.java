package dev.easel.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import dev.easel.catalog.Catalog;
import dev.easel.contract.ModelSchema;
import dev.easel.contract.SchemaCatalog;
import dev.easel.contract.SchemaMemory;
import dev.easel.dispatch.CatalogWatch;
import dev.easel.door.Log;
import dev.easel.event.Event;
import dev.easel.http.ProviderHttp;
import dev.easel.local.LiveStack;
import dev.easel.providers.RunflowCatalog;
import dev.easel.routing.Allowlist;
import dev.easel.routing.Candidate;
import dev.easel.routing.TierTable;
import dev.easel.workflow.Tier;
import dev.easel.workflow.Workflows;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// What is remembered of published schemas, against DynamoDB Local, and the watch from a catalogue
/// over HTTP to its event.
class SchemaMemoriesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
    private static final ModelSchema SCHEMA =
            new ModelSchema(Map.of("image_url", "1", "aspect_ratio", "2"), Map.of());
    private static final String MODEL = "runflow/outpaint/aspect-ratio";

    /// The table is shared; the provider is this test's own.
    private final String provider = "p-" + UUID.randomUUID();

    private final Map<String, String> env = LiveStack.get().environment("CatalogWatchFunction");
    private final DynamoSchemaMemories memories =
            new DynamoSchemaMemories(new Aws(env).dynamo(), env.getOrDefault("GUARDS_TABLE", ""));

    @Test
    void beforeTheFirstLookIsCompleteNothingIsRemembered() {
        memories.save(provider, SchemaMemory.initial(MODEL, SCHEMA, NOW));

        assertThat(memories.of(provider)).isEmpty();
    }

    @Test
    void aMemoryIsReadAsItWasWritten() {
        var there = SchemaMemory.initial(MODEL, SCHEMA, NOW);
        var gone =
                SchemaMemory.initial("gone", SCHEMA, NOW)
                        .look(null, NOW.plusSeconds(1), Duration.ofMinutes(1))
                        .orElseThrow();
        memories.save(provider, there);
        memories.save(provider, SchemaMemory.initial("gone", SCHEMA, NOW));
        memories.save(provider, gone);
        memories.complete(provider);

        assertThat(memories.of(provider).orElseThrow()).containsExactlyInAnyOrder(there, gone);
    }

    @Test
    void aVersionIsWrittenOnce() {
        var first = SchemaMemory.initial(MODEL, SCHEMA, NOW);
        var second = first.look(null, NOW, Duration.ZERO).orElseThrow();

        assertThat(memories.save(provider, second)).as("there is no first").isFalse();
        assertThat(memories.save(provider, first)).isTrue();
        assertThat(memories.save(provider, first)).isFalse();
        assertThat(memories.save(provider, second)).isTrue();
        assertThat(memories.save(provider, second)).isFalse();
    }

    @Test
    void aSchemaThatChangesOvernightIsToldOnce() throws IOException {
        var published = new AtomicReference<>(catalogue("aspect_ratio"));
        var events = new ArrayList<Event>();
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/v1/public/models",
                exchange -> {
                    var bytes = published.get().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        try {
            var watch = watch(server, events);

            assertThat(watch.watch()).isEqualTo(new CatalogWatch.Watched(1, 0));
            published.set(catalogue("ratio"));
            assertThat(watch.watch()).isEqualTo(new CatalogWatch.Watched(1, 1));
            assertThat(watch.watch()).isEqualTo(new CatalogWatch.Watched(1, 0));
        } finally {
            server.stop(0);
        }

        assertThat(events)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.detail())
                                .containsEntry("model", MODEL)
                                .containsEntry("change", "inputs")
                                .containsEntry("affects", "true")
                                .containsEntry("workflows", "extend")
                                .containsEntry("fields_added", "ratio")
                                .containsEntry("fields_removed", "aspect_ratio"));
    }

    private CatalogWatch watch(HttpServer server, List<Event> events) {
        var line = TierTable.line("extend", Tier.ONE_K, new Candidate(provider, MODEL));
        var catalog =
                new Catalog(
                        Workflows.ALL,
                        new TierTable(List.of(line)),
                        Allowlist.STANDARD,
                        Set.of(provider));
        var clock = Clock.systemUTC();
        var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new CatalogWatch(
                new Named(provider, new RunflowCatalog(ProviderHttp.client(), base)),
                memories,
                catalog,
                events::add,
                clock,
                new Log("test", clock, _ -> {}));
    }

    private static String catalogue(String shape) {
        return """
        {"items": [{"slug": "%s", "outputs": [{"name": "image"}],
         "inputs": [{"name": "image_url"}, {"name": "%s", "is_required": true}]}]}\
        """
                .formatted(MODEL, shape);
    }

    /// The same catalogue under another provider's name.
    private record Named(String provider, SchemaCatalog real) implements SchemaCatalog {
        @Override
        public Listing list() {
            return real.list();
        }
    }
}
