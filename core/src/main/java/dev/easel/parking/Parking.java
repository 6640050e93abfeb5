package dev.easel.parking;

import dev.easel.id.GenerationId;

import java.util.Map;
import java.util.stream.Collectors;

/// Which workflows are parked, and how close the others are to it. A port: every write is one
/// conditional write that says whether it won.
public interface Parking {

    /// All parked workflows by their ids, of one moment.
    Map<String, Parked> all();

    /// What people read of each of them.
    default Map<String, String> notices() {
        return all().values().stream().collect(Collectors.toMap(Parked::workflow, Parked::notice));
    }

    /// Parks a workflow. By hand always, also one that had parked itself: no canary wakes it then. By
    /// itself only one that is not parked; false when it is.
    boolean park(Parked parked);

    /// Wakes a workflow, whoever parked it, and forgets its streak. False when it is not parked.
    boolean wake(String workflow);

    /// Wakes a workflow whose newest canary this is, and forgets its streak. False when it is another,
    /// or when the workflow is not parked by itself any more.
    boolean wake(String workflow, GenerationId canary);

    Streak streak(String workflow);

    /// Puts one streak in place of another. False when it is another by now.
    boolean replace(String workflow, Streak known, Streak next);
}
