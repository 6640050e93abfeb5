package dev.easel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.catalog.Catalog;
import dev.easel.contract.ModelSchema;
import dev.easel.contract.SchemaCatalog;
import dev.easel.contract.SchemaMemories;
import dev.easel.contract.SchemaMemory;
import dev.easel.door.Log;
import dev.easel.event.Bus;
import dev.easel.event.Event;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class CatalogWatchTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T05:00:00Z");
    private static final String EXTEND = "runflow/outpaint/aspect-ratio";
    private static final ModelSchema BEFORE =
            new ModelSchema(Map.of("image_url", "1", "aspect_ratio", "1"), Map.of("image", "1"));
    private static final ModelSchema RENAMED =
            new ModelSchema(Map.of("image_url", "1", "ratio", "1"), Map.of("image", "1"));

    private final Map<String, ModelSchema> published = new HashMap<>(Map.of(EXTEND, BEFORE));
    private final SchemaMemories memories = new RememberedSchemas();
    private final List<Event> events = new ArrayList<>();
    private Instant now = MONDAY;

    @Test
    void theFirstLookTellsNothing() {
        assertThat(watch().watch()).isEqualTo(new CatalogWatch.Watched(1, 0));
        assertThat(watch().watch()).isEqualTo(new CatalogWatch.Watched(1, 0));
        assertThat(events).isEmpty();
    }

    @Test
    void aFirstLookThatWasCutOffIsTakenAgainAndTellsNothing() {
        memories.save("runflow", SchemaMemory.initial(EXTEND, BEFORE, MONDAY));
        published.put("other/model", BEFORE);

        assertThat(watch().watch().changes()).isZero();
    }

    @Test
    void aRenamedInputOfOurModelIsToldWithTheWorkflowsThatUseIt() {
        watch().watch();
        tomorrow().put(EXTEND, RENAMED);

        assertThat(watch().watch().changes()).isEqualTo(1);

        assertThat(events)
                .containsExactly(
                        new Event(
                                "catalog.changed",
                                Map.of(
                                        "provider", "runflow",
                                        "model", EXTEND,
                                        "change", "inputs",
                                        "seen_at", "2026-11-24T05:00:00Z",
                                        "affects", "true",
                                        "workflows", "extend",
                                        "fields_added", "ratio",
                                        "fields_removed", "aspect_ratio")));
    }

    @Test
    void aChangeIsToldOnce() {
        watch().watch();
        tomorrow().put(EXTEND, RENAMED);
        watch().watch();
        tomorrow();

        assertThat(watch().watch().changes()).isZero();
        assertThat(events).hasSize(1);
    }

    @Test
    void aModelThatNobodyUsesAffectsNobody() {
        watch().watch();
        tomorrow().put("other/model", BEFORE);

        watch().watch();

        assertThat(events)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.detail())
                                .containsEntry("change", "added")
                                .containsEntry("affects", "false")
                                .doesNotContainKey("workflows"));
    }

    @Test
    void ofTwoRunsAtOnceOneTells() {
        watch().watch();
        tomorrow().put(EXTEND, RENAMED);
        // The second reads what is remembered before the first has written.
        var second = watch(new Stale(memories), events::add);

        assertThat(watch().watch().changes()).isEqualTo(1);
        assertThat(second.watch().changes()).isZero();
    }

    @Test
    void whatACrashKeptFromBeingToldIsToldLaterAsTheSameChange() {
        watch().watch();
        tomorrow().put(EXTEND, RENAMED);
        var broken =
                watch(
                        memories,
                        _ -> {
                            throw new IllegalStateException("the bus is away");
                        });

        assertThatThrownBy(broken::watch).hasMessage("the bus is away");
        assertThat(watch().watch().changes()).as("somebody may still be at it").isZero();
        now = now.plus(Duration.ofMinutes(1));
        assertThat(watch().watch().changes()).isEqualTo(1);
        assertThat(events.getFirst().detail()).containsEntry("seen_at", "2026-11-24T05:00:00Z");
    }

    @Test
    void aCatalogueThatCannotBeReadChangesNothingAndIsHeardOf() {
        watch().watch();
        tomorrow().clear();

        assertThatThrownBy(() -> watch().watch())
                .hasMessage("the catalogue of runflow cannot be read: HTTP 503");
        assertThat(events).isEmpty();
    }

    private Map<String, ModelSchema> tomorrow() {
        now = now.plus(Duration.ofDays(1));
        return published;
    }

    private CatalogWatch watch() {
        return watch(memories, events::add);
    }

    private CatalogWatch watch(SchemaMemories kept, Bus bus) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        return new CatalogWatch(
                new Published(Map.copyOf(published)),
                kept,
                Catalog.STANDARD,
                bus,
                clock,
                new Log("test", clock, _ -> {}));
    }

    /// A catalogue with these models; without any it cannot be read.
    private record Published(Map<String, ModelSchema> models) implements SchemaCatalog {
        @Override
        public String provider() {
            return "runflow";
        }

        @Override
        public Listing list() {
            return models.isEmpty()
                    ? new Listing.Unreadable("HTTP 503")
                    : new Listing.Whole(models);
        }
    }

    /// Reads what stood there when it was made.
    private static final class Stale implements SchemaMemories {
        private final SchemaMemories fresh;
        private final Optional<List<SchemaMemory>> read;

        Stale(SchemaMemories fresh) {
            this.fresh = fresh;
            this.read = fresh.of("runflow");
        }

        @Override
        public Optional<List<SchemaMemory>> of(String provider) {
            return read;
        }

        @Override
        public boolean save(String provider, SchemaMemory memory) {
            return fresh.save(provider, memory);
        }

        @Override
        public void complete(String provider) {
            fresh.complete(provider);
        }
    }
}
