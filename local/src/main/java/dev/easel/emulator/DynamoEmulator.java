package dev.easel.emulator;

import com.almworks.sqlite4java.SQLiteConnection;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/// DynamoDB Local in this JVM, its tables in one file of a folder.
///
/// It has a Jetty of our own: the one that it brings listens on every interface and reports its use
/// to Amazon.
public final class DynamoEmulator implements Emulator {

    public static final String FLAG = "--dynamodb-port";

    private static final int THREADS = 32;

    /// As DynamoDB Local names the one that all regions and keys share.
    private static final String FILE = "shared-local-instance.db";

    /// Where its header says how it is written, and what it says of one that is written ahead.
    private static final int VERSION_AT = 18;

    private static final byte AHEAD = 2;

    private final Server server;
    private final LocalDynamoDBServerHandler handler;
    private final URI uri;

    private DynamoEmulator(Server server, LocalDynamoDBServerHandler handler, URI uri) {
        this.server = server;
        this.handler = handler;
        this.uri = uri;
    }

    public static DynamoEmulator start(int port, Path folder) {
        Noise.silence();
        var free = Loopback.claim(port, FLAG);
        try {
            Files.createDirectories(folder);
            // One file for all regions and keys (sharedDb); no pretended delays
            // (delayTransientStatuses).
            var requests =
                    new LocalDynamoDBRequestHandler(0, false, folder.toString(), true, false);
            writeAhead(folder.resolve(FILE));
            var handler = new LocalDynamoDBServerHandler(requests, null);
            var server = server(free, handler);
            server.start();
            return new DynamoEmulator(server, handler, Loopback.uri(free));
        } catch (IOException e) {
            throw new EmulatorException("DynamoDB Local cannot use " + folder + ".", e);
        } catch (Exception e) {
            throw new EmulatorException("DynamoDB Local did not start.", e);
        }
    }

    /// Has SQLite write ahead into a log. With the journal that it has otherwise, each write of an item
    /// waits for the disk about eight times; with this, once. The file remembers it. Done before
    /// DynamoDB Local opens it, which takes a file that is locked for broken.
    ///
    /// A file that does so already is left alone: an emulator that has just been stopped may not have let
    /// go of it yet.
    private static void writeAhead(Path file) throws Exception {
        if (writesAhead(file)) {
            return;
        }
        SQLiteLibraryLoader.initialize();
        var connection = new SQLiteConnection(file.toFile());
        try {
            connection.open(true);
            connection.exec("PRAGMA journal_mode = WAL");
        } finally {
            connection.dispose();
        }
    }

    /// Its header says so: see "Database File Format" of SQLite's documentation, 1.3.3.
    private static boolean writesAhead(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            var header = in.readNBytes(VERSION_AT + 1);
            return header.length > VERSION_AT && header[VERSION_AT] == AHEAD;
        }
    }

    private static Server server(int port, LocalDynamoDBServerHandler handler) {
        var threads = new QueuedThreadPool(THREADS);
        threads.setDaemon(true);
        var server = new Server(threads);
        var connector = new ServerConnector(server, 1, 1);
        connector.setHost(Loopback.HOST);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new ContextHandler(handler, "/"));
        server.setStopTimeout(0);
        return server;
    }

    @Override
    public URI uri() {
        return uri;
    }

    @Override
    public void close() {
        try {
            server.stop();
            handler.close();
        } catch (Exception e) {
            throw new EmulatorException("DynamoDB Local did not stop.", e);
        }
    }
}
