package dev.easel.dispatch;

import com.sun.net.httpserver.HttpServer;

import dev.easel.image.Pixels;
import dev.easel.image.Size;
import dev.easel.local.LiveStack;
import dev.easel.picture.Pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;

/// Where a scripted provider's pictures are fetched from.
final class PictureHost {

    /// Where an empty picture is.
    static final String BLANK = "/blank.png";

    static final byte[] PNG = png();
    private static final byte[] BLANK_PNG =
            Pictures.encodePng(new Pixels(new Size(64, 64), new int[64 * 64]));
    static final URI PICTURE = serve();

    private PictureHost() {}

    private static byte[] png() {
        try {
            return Files.readAllBytes(LiveStack.PROJECT.resolve("photos").resolve("coffee.png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI serve() {
        try {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = HttpServer.create(loopback, 0);
            server.createContext(
                    "/",
                    exchange -> {
                        try (exchange) {
                            var blank = exchange.getRequestURI().getPath().equals(BLANK);
                            var bytes = blank ? BLANK_PNG : PNG;
                            exchange.sendResponseHeaders(200, bytes.length);
                            exchange.getResponseBody().write(bytes);
                        }
                    });
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/1.png");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
