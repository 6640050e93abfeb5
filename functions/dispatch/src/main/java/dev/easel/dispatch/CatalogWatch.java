package dev.easel.dispatch;

import dev.easel.catalog.Catalog;
import dev.easel.contract.ModelSchema;
import dev.easel.contract.SchemaCatalog;
import dev.easel.contract.SchemaCatalog.Listing;
import dev.easel.contract.SchemaChange;
import dev.easel.contract.SchemaMemories;
import dev.easel.contract.SchemaMemory;
import dev.easel.door.Log;
import dev.easel.event.Bus;
import dev.easel.event.Event;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Reads what a provider publishes of its models and tells what is not as it was: contracts change
/// overnight and without notice.
///
/// A change is written down before it is told, and struck off afterwards. Of two runs at once one
/// tells; what a run that was cut off did not tell, the next one does. The very first look is
/// remembered and tells nothing.
public final class CatalogWatch {

    /// How long telling may take before another run does it: as long as the function may run.
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final SchemaCatalog source;
    private final SchemaMemories memories;
    private final Catalog catalog;
    private final Bus bus;
    private final Clock clock;
    private final Log log;

    public CatalogWatch(
            SchemaCatalog source,
            SchemaMemories memories,
            Catalog catalog,
            Bus bus,
            Clock clock,
            Log log) {
        this.source = source;
        this.memories = memories;
        this.catalog = catalog;
        this.bus = bus;
        this.clock = clock;
        this.log = log;
    }

    /// How many models are listed, and how many changes of them were told.
    public record Watched(int models, int changes) {}

    /// Throws when the catalogue cannot be read: it is then tried again, and somebody hears of it.
    public Watched watch() {
        return switch (source.list()) {
            case Listing.Unreadable(var why) ->
                    throw new IllegalStateException(
                            "the catalogue of " + source.provider() + " cannot be read: " + why);
            case Listing.Whole(var models) ->
                    new Watched(
                            models.size(),
                            memories.of(source.provider())
                                    .map(known -> compare(known, models))
                                    .orElseGet(() -> remember(models)));
        };
    }

    /// A first look that was cut off is simply taken again.
    private int remember(Map<String, ModelSchema> models) {
        var now = clock.instant();
        models.forEach((model, schema) ->
                memories.save(source.provider(), SchemaMemory.initial(model, schema, now)));
        memories.complete(source.provider());
        log.info("catalogue remembered", "provider", source.provider(), "models", models.size());
        return 0;
    }

    private int compare(List<SchemaMemory> known, Map<String, ModelSchema> models) {
        var memory = new HashMap<String, SchemaMemory>();
        known.forEach(one -> memory.put(one.model(), one));
        var names = new TreeSet<>(models.keySet());
        names.addAll(memory.keySet());
        var now = clock.instant();
        int told = 0;
        for (var name : names) {
            var before = Optional.ofNullable(memory.get(name));
            told +=
                    before.orElseGet(() -> SchemaMemory.unknown(name, now))
                            .look(models.get(name), now, LEASE)
                            .filter(taken -> memories.save(source.provider(), taken))
                            .map(this::tell)
                            .orElse(0);
        }
        return told;
    }

    private int tell(SchemaMemory taken) {
        var changes = taken.untold();
        changes.forEach(change -> tell(taken, change));
        memories.save(source.provider(), taken.tell());
        return changes.size();
    }

    private void tell(SchemaMemory memory, SchemaChange change) {
        var workflows = catalog.workflowsOn(source.provider(), memory.model());
        var detail = new HashMap<String, String>();
        detail.put("provider", source.provider());
        detail.put("model", memory.model());
        detail.put("change", change.kind().wire());
        detail.put("seen_at", memory.seenAt().toString());
        detail.put("affects", Boolean.toString(!workflows.isEmpty()));
        put(detail, "workflows", workflows);
        put(detail, "fields_added", change.added());
        put(detail, "fields_removed", change.removed());
        put(detail, "fields_changed", change.changed());
        bus.publish(new Event("catalog.changed", detail));
        log.info(
                "catalogue changed",
                "provider",
                source.provider(),
                "model",
                memory.model(),
                "change",
                change.kind().wire(),
                "affects",
                !workflows.isEmpty());
    }

    private static void put(Map<String, String> detail, String name, List<String> values) {
        if (!values.isEmpty()) {
            detail.put(name, String.join(",", values));
        }
    }
}
