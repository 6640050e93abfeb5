package dev.easel.judging;

import dev.easel.image.AspectRatio;
import dev.easel.image.Pixels;

import org.jspecify.annotations.Nullable;

/// What the pixel judges look at.
///
/// @param photo what went in; absent when the job started from words
/// @param mask white where an edit was asked for, of the photo's size; absent when nothing was
/// painted
/// @param shape that was asked for; absent when none was
/// @param output what came back
public record Evidence(
        @Nullable Pixels photo, @Nullable Pixels mask, @Nullable AspectRatio shape, Output output) {

    /// Of a job that left the shape to the photo.
    public Evidence(@Nullable Pixels photo, @Nullable Pixels mask, Output output) {
        this(photo, mask, null, output);
    }

    /// What came back, as far as it could be read.
    public sealed interface Output {

        /// A picture.
        record Decoded(Pixels pixels) implements Output {}

        /// Not a whole picture, and why, in words: "the file ends too early".
        record Broken(String reason) implements Output {}
    }
}
