package dev.easel.proof.bench;

import dev.easel.proof.bench.Recipe.Press;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// What happens to files on their way.
final class Damage {

    private static final int SCAN = 0xda;
    private static final int PNG_CHUNK_TAIL = 12;

    private Damage() {}

    /// Some change of a file's bytes.
    interface Accident {
        byte[] befall(byte[] file, RandomGenerator dice);
    }

    /// A file by this press, and then the accident.
    static Press after(Press press, Accident accident) {
        return (image, dice) -> accident.befall(press.print(image, dice), dice);
    }

    /// In the pixels of a JPEG, so many bytes become zero.
    static Accident zeroed(int count) {
        return (file, dice) -> {
            int at = inPixels(file, count, dice);
            // What is zero already would not be damaged.
            while (file[at] == 0) {
                at++;
            }
            Arrays.fill(file, at, at + count, (byte) 0);
            return file;
        };
    }

    /// In the pixels of a JPEG, so many bytes are missing.
    static Accident lost(int count) {
        return (file, dice) -> {
            int at = inPixels(file, count, dice);
            byte[] rest = Arrays.copyOf(file, file.length - count);
            System.arraycopy(file, at + count, rest, at, rest.length - at);
            return rest;
        };
    }

    /// In the pixels of a JPEG, so many bytes come again in place of those that follow.
    static Accident repeated(int count) {
        return (file, dice) -> {
            int at = inPixels(file, 2 * count, dice);
            System.arraycopy(file.clone(), at, file, at + count, count);
            return file;
        };
    }

    /// The end is missing, between 5 and 90 % of it.
    static byte[] cutShort(byte[] file, RandomGenerator dice) {
        return Arrays.copyOf(file, (int) (file.length * dice.nextDouble(0.1, 0.95)));
    }

    /// Of the end, a few bytes are missing.
    static byte[] lastBytesLost(byte[] file, RandomGenerator dice) {
        return Arrays.copyOf(file, file.length - dice.nextInt(1, 40));
    }

    /// One byte of a PNG's pixels is another: its checksum is wrong.
    static byte[] wrongByte(byte[] file, RandomGenerator dice) {
        int at = dice.nextInt(file.length / 4, file.length * 3 / 4);
        file[at] ^= (byte) dice.nextInt(1, 256);
        return file;
    }

    /// A PNG without its last chunk.
    static byte[] endMissing(byte[] file, RandomGenerator dice) {
        return Arrays.copyOf(file, file.length - PNG_CHUNK_TAIL);
    }

    /// A WebP that says it is longer than it is.
    static byte[] wrongLength(byte[] file, RandomGenerator dice) {
        int add = dice.nextInt(1, 100) * 2;
        int length =
                (file[4] & 0xff)
                        | (file[5] & 0xff) << 8
                        | (file[6] & 0xff) << 16
                        | (file[7] & 0xff) << 24;
        for (int i = 0; i < 4; i++) {
            file[4 + i] = (byte) ((length + add) >> (8 * i));
        }
        return file;
    }

    /// What a server says instead of a picture.
    static byte[] errorPage(byte[] file, RandomGenerator dice) {
        return "<html><body><h1>403 Forbidden</h1></body></html>".getBytes(StandardCharsets.UTF_8);
    }

    /// Between 10 and 90 % of the way through the coded pixels.
    private static int inPixels(byte[] file, int count, RandomGenerator dice) {
        int from = scan(file);
        int length = file.length - from - count - 2;
        return from + (int) (length * dice.nextDouble(0.1, 0.9));
    }

    /// Where the first scan's pixels begin.
    private static int scan(byte[] file) {
        int at = 2;
        while ((file[at + 1] & 0xff) != SCAN) {
            at += 2 + length(file, at);
        }
        return at + 2 + length(file, at);
    }

    private static int length(byte[] file, int segment) {
        return (file[segment + 2] & 0xff) << 8 | (file[segment + 3] & 0xff);
    }
}
