package dev.easel.event;

/// Tells whoever listens. A port. Delivery may repeat: listeners tell events apart by the ids in
/// their detail.
public interface Bus {

    void publish(Event event);
}
