package dev.easel.guard;

/// A caller's promise that a request is the same one as before: its Idempotency-Key, scoped to the
/// caller, and a fingerprint of the body.
///
/// @param key a hash of caller and key; neither can be read back from it
/// @param fingerprint a hash of the body with its members in order
public record Claim(String key, String fingerprint) {}
