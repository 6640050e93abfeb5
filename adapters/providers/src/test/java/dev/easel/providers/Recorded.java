package dev.easel.providers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A line of a folder's `replies.txt`: what the provider is asked, what it replies, and what we are to
/// make of that.
///
/// ```
/// submit | 429 error-rate.json {Retry-After: 7} | refused rate_limited no after 7 s
/// submit 2026-04 | 400 error-field.json | refused invalid_request no field prompt
/// poll | 200 state.txt, 200 result.json | finished one.png as output
/// ```
///
/// @param asked `submit`, `poll` or `look up`
/// @param contract under which it is asked, if not under the usual one; else empty
/// @param replies in the order in which they are given
/// @param told as [ProviderContractTest] puts an answer into words
record Recorded(
        String folder, String asked, String contract, List<RecordedReply> replies, String told) {

    static final Path FOLDERS = Path.of("src/test/resources");
    static final String TABLE = "replies.txt";

    private static final Pattern ASKED = Pattern.compile("(submit|poll|look up)(?: ([0-9-]+))?");

    Recorded {
        replies = List.copyOf(replies);
    }

    static List<Recorded> of(String folder) {
        try {
            return Files.readAllLines(FOLDERS.resolve(folder).resolve(TABLE)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> read(folder, line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The files of a folder, without the table.
    static List<String> files(String folder) {
        try (Stream<Path> files = Files.list(FOLDERS.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(TABLE))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Has the provider at `stub` reply so.
    void play(Stub stub) {
        for (var reply : replies) {
            stub.answers(reply.status, folder + "/" + reply.file, reply.headers);
        }
    }

    @Override
    public String toString() {
        var all = replies.stream().map(reply -> reply.status + " " + reply.file).toList();
        return asked + " " + contract + " " + all;
    }

    private static Recorded read(String folder, String line) {
        var cells = line.split("\\|", -1);
        var asked = ASKED.matcher(cells[0].strip());
        if (cells.length != 3 || !asked.matches()) {
            throw new IllegalArgumentException("not a line of a table: " + line);
        }
        var contract = asked.group(2) == null ? "" : asked.group(2);
        var replies = Arrays.stream(cells[1].split(", ")).map(RecordedReply::of).toList();
        return new Recorded(folder, asked.group(1), contract, replies, cells[2].strip());
    }

    /// One reply: its status, the file with its body, and headers.
    record RecordedReply(int status, String file, Map<String, String> headers) {

        private static final Pattern FORM =
                Pattern.compile("(\\d{3}) ([^ {]+)((?: \\{[^:}]+: [^}]+})*)");

        private static final Pattern HEADER = Pattern.compile("\\{([^:}]+): ([^}]+)}");

        RecordedReply {
            headers = Map.copyOf(headers);
        }

        private static RecordedReply of(String text) {
            var form = FORM.matcher(text.strip());
            if (!form.matches()) {
                throw new IllegalArgumentException("not a reply: " + text);
            }
            var headers = new LinkedHashMap<String, String>();
            HEADER.matcher(form.group(3))
                    .results()
                    .forEach(header -> headers.put(header.group(1), header.group(2)));
            return new RecordedReply(Integer.parseInt(form.group(1)), form.group(2), headers);
        }
    }
}
