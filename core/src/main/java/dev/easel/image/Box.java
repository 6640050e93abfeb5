package dev.easel.image;

/// A rectangle in pixels, origin top left.
public record Box(int x, int y, int width, int height) {}
