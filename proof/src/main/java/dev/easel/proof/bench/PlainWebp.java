package dev.easel.proof.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// WebP without compression: the JDK has no writer for it, and the bench only needs files that it
/// can break. Lossless, each sample in a code of eight bits.
final class PlainWebp {

    private static final int SIGNATURE = 0x2f;

    /// In the order in which the format stores the lengths of its code lengths, eight is the
    /// twelfth.
    private static final int LENGTHS_STORED = 12;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long bits;
    private int count;

    private PlainWebp() {}

    static byte[] of(BufferedImage image) {
        var body = new PlainWebp();
        body.pixels(image);
        byte[] chunk = body.finished();
        int padded = chunk.length + chunk.length % 2;
        return ByteBuffer.allocate(20 + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(12 + padded)
                .put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
                .putInt(chunk.length)
                .put(chunk)
                .array();
    }

    private void pixels(BufferedImage image) {
        write(SIGNATURE, 8);
        write(image.getWidth() - 1, 14);
        write(image.getHeight() - 1, 14);
        // No alpha; version 0; no transform, no colour cache, one set of codes for all.
        write(0, 1 + 3 + 3);
        // Green, red, blue.
        code();
        code();
        code();
        // Alpha, always 255; distances, which never occur.
        single(255);
        single(0);
        for (int argb : Drawing.argb(image)) {
            sample(argb >> 8 & 0xff);
            sample(argb >> 16 & 0xff);
            sample(argb & 0xff);
        }
    }

    /// 256 symbols of eight bits each.
    private void code() {
        write(0, 1);
        write(LENGTHS_STORED - 4, 4);
        for (int i = 1; i < LENGTHS_STORED; i++) {
            write(0, 3);
        }
        write(1, 3);
        // So many lengths follow, 256 less 2 in eight bits; all are eight, which costs none.
        write(1, 1);
        write(3, 3);
        write(254, 8);
    }

    private void single(int symbol) {
        write(1, 1);
        write(0, 1);
        write(1, 1);
        write(symbol, 8);
    }

    /// Codes are stored from their highest bit, numbers from their lowest.
    private void sample(int value) {
        write(Integer.reverse(value) >>> 24, 8);
    }

    private void write(int value, int length) {
        bits |= (long) value << count;
        count += length;
        while (count >= 8) {
            bytes.write((int) bits & 0xff);
            bits >>>= 8;
            count -= 8;
        }
    }

    private byte[] finished() {
        write(0, 7);
        return bytes.toByteArray();
    }
}
