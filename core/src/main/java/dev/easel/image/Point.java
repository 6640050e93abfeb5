package dev.easel.image;

/// A place in a picture, in pixels, origin top left.
public record Point(int x, int y) {}
