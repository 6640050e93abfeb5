package dev.easel.proof;

import dev.easel.local.Main;

/// `easel`, as long as whoever started it lives: a test that is killed leaves no process behind.
final class Tethered {

    private Tethered() {}

    static void main(String[] arguments) {
        var parent = ProcessHandle.current().parent().orElseThrow();
        var _ = parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
        Main.main(arguments);
    }
}
