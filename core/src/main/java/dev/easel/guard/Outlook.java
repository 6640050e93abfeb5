package dev.easel.guard;

import dev.easel.quota.Standing;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What can be said of a request before anything is written.
///
/// @param admission the answer, where it is certain already; absent when only the admission itself
/// can tell
/// @param standings where the caller stood at that moment; empty when it could not be read
public record Outlook(@Nullable Admission admission, List<Standing> standings) {

    /// The read failed: the admission itself will tell.
    public static final Outlook UNKNOWN = new Outlook(null, List.of());

    public Outlook {
        standings = List.copyOf(standings);
    }
}
