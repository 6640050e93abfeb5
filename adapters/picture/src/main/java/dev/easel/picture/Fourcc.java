package dev.easel.picture;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/// The four letters by which PNG and WebP name their chunks, as one number that a switch can take.
final class Fourcc {

    private Fourcc() {}

    static int of(String letters) {
        return ByteBuffer.wrap(letters.getBytes(US_ASCII)).getInt();
    }
}
