package dev.easel.guard;

import dev.easel.quota.Standing;

import java.util.List;

/// Tells a caller of every limit that counts. A port: one consistent read, and asking costs nothing
/// of what it tells of.
public interface Limits {

    List<Standing> of(Caller caller);
}
