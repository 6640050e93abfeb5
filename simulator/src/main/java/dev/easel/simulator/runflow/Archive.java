package dev.easel.simulator.runflow;

import dev.easel.simulator.web.Body;
import dev.easel.simulator.web.Downloads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;

/// A zip of inputs, as the older contract wants them: files by their names.
final class Archive {

    private final Map<String, Body> files = new HashMap<>();

    /// Throws [IOException] when it is no zip, or holds more than a download may.
    static Archive open(Body body) throws IOException {
        var archive = new Archive();
        long total = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(body.bytes()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = zip.readNBytes(Downloads.BYTES_MAX + 1);
                total += bytes.length;
                if (total > Downloads.BYTES_MAX) {
                    throw new IOException("the zip holds too much");
                }
                archive.files.put(entry.getName(), Body.of(bytes));
            }
        }
        if (archive.files.isEmpty()) {
            throw new IOException("not a zip, or an empty one");
        }
        return archive;
    }

    Body file(String name) throws IOException {
        var file = files.get(name);
        if (file == null) {
            throw new IOException("no file of the name " + name + " in the zip");
        }
        return file;
    }
}
