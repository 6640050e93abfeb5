package dev.easel.template;

/// An EventBridge bus.
public record Bus(String id, String name) {}
