package dev.easel.judging;

import dev.easel.image.Size;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Pictures made ready for a judge, and what is needed to check its answer against them.
///
/// @param exhibits in the order in which they are shown; empty when nothing can be shown
/// @param output the size of the output in its own pixels
/// @param changes absent where nothing went in, or came out in another shape: places cannot be
///     compared then
public record Showing(List<Exhibit> exhibits, Size output, @Nullable Changes changes) {

    public Showing {
        exhibits = List.copyOf(exhibits);
    }
}
