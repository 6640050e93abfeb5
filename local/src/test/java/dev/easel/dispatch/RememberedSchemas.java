package dev.easel.dispatch;

import dev.easel.contract.SchemaMemories;
import dev.easel.contract.SchemaMemory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The memories of one provider, kept in memory.
final class RememberedSchemas implements SchemaMemories {

    private final Map<String, SchemaMemory> kept = new TreeMap<>();
    private boolean complete;

    @Override
    public Optional<List<SchemaMemory>> of(String provider) {
        return complete ? Optional.of(List.copyOf(kept.values())) : Optional.empty();
    }

    @Override
    public boolean save(String provider, SchemaMemory memory) {
        var before = kept.get(memory.model());
        if ((before == null ? 0 : before.version()) != memory.version() - 1) {
            return false;
        }
        kept.put(memory.model(), memory);
        return true;
    }

    @Override
    public void complete(String provider) {
        complete = true;
    }
}
