package dev.easel.local;

import java.util.function.Consumer;

/// Something that must hold before a stack counts as started; it throws if it does not. It is given
/// the stack because it can only ask through addresses and names that exist by then: the emulators
/// answer and the handlers are built, the front is not open yet.
public record Check(String name, Consumer<Stack> body) {}
