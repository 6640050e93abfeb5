package dev.easel.local;

import java.nio.file.Path;

/// Where the project lies. The launcher says so, because commands run in the caller's folder: the
/// names of files on a command line are the caller's.
final class Project {

    private Project() {}

    static Path file(String name) {
        return Path.of(System.getProperty("easel.home", "")).resolve(name);
    }
}
