package dev.easel.emulator;

import java.util.logging.Level;
import java.util.logging.Logger;

/// The emulators' own logs: of no use to somebody who starts Easel. slf4j has no binding here;
/// these two log past it.
final class Noise {

    // Held, because a logger that nobody holds is collected together with its level.
    private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

    private Noise() {}

    static void silence() {
        SQLITE.setLevel(Level.OFF);
        System.setProperty("org.apache.logging.log4j.level", "OFF");
        System.setProperty("log4j2.level", "OFF");
    }
}
