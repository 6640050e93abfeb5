package dev.easel.asset;

/// What the bucket says about an object, before anybody looked at its bytes.
public record StoredObject(String key, String contentType, long bytes) {}
