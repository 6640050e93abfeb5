package dev.easel.simulator.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps the last few thousand of something by id, and forgets the oldest.
public final class Shelf<T> {

    public static final int MAX = 5000;

    private final Map<String, T> things = new LinkedHashMap<>();

    /// Answers what had to go to make room.
    public synchronized Optional<T> put(String id, T thing) {
        things.put(id, thing);
        if (things.size() <= MAX) {
            return Optional.empty();
        }
        var eldest = things.keySet().iterator().next();
        return Optional.ofNullable(things.remove(eldest));
    }

    public synchronized Optional<T> find(String id) {
        return Optional.ofNullable(things.get(id));
    }

    public synchronized List<T> newestFirst() {
        return new ArrayList<>(things.values()).reversed();
    }
}
