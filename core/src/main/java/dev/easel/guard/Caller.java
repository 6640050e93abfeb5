package dev.easel.guard;

/// Somebody who calls, as far as the guards know them.
///
/// @param id a hash of the address; the address cannot be read back from it
public record Caller(String id) {}
