package dev.easel.emulator;

import java.util.logging.Level;
import java.util.logging.Logger;

/// The emulators' own logs: of no use to somebody who starts Easel. slf4j has no binding here;
/// these log past it. So does Jersey, which says of each resource that comes as an object that it will be
/// ignored, and then serves it (eclipse-ee4j/jersey#3700).
final class Noise {

    // Held, because a logger that nobody holds is collected together with its level.
    private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

    private static final Logger JERSEY =
            Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

    private Noise() {}

    static void silence() {
        SQLITE.setLevel(Level.OFF);
        JERSEY.setLevel(Level.SEVERE);
        System.setProperty("org.apache.logging.log4j.level", "OFF");
        System.setProperty("log4j2.level", "OFF");
    }
}
