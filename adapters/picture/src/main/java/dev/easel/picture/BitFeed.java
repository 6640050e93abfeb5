package dev.easel.picture;

/// The bits of a JPEG's coded blocks: `FF 00` stands for `FF`, any other `FF` ends them.
final class BitFeed {

    /// The longest code, and more than the longest coefficient.
    private static final int LOOK_AHEAD = 17;

    private static final int RST0 = 0xd0;

    /// So many bytes of zeros may be a hole; it is remembered for so many bytes more, which is how
    /// far the feed reads ahead.
    private static final int HOLE_BYTES = 8;

    private static final int REMEMBERED = 4;

    private final byte[] bytes;
    private int at;
    private int window;
    private int held;

    /// Zeros that were fed after the end.
    private int padded;

    private boolean ended;

    private int zeros;
    private int holeAt = -REMEMBERED - 1;

    BitFeed(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    /// The value of the next code; -1 if there is no such code.
    int code(CodeTable table) {
        fill();
        int entry = table.entry(window >>> 16);
        int length = entry & 0xff;
        window <<= length;
        held -= length;
        return length == 0 ? -1 : entry >> 8;
    }

    /// A signed number of so many bits, as JPEG writes differences: without the numbers that fewer
    /// bits can say.
    int difference(int length) {
        if (length == 0) {
            return 0;
        }
        fill();
        int bits = window >>> (32 - length);
        window <<= length;
        held -= length;
        return bits < 1 << (length - 1) ? bits - (1 << length) + 1 : bits;
    }

    /// Whether the last bytes were zeros only.
    boolean isAtHole() {
        return at - holeAt <= REMEMBERED;
    }

    /// Whether more was taken than there was.
    boolean isExhausted() {
        return padded > held;
    }

    /// Where the marker after the blocks stands; -1 if bits are left over or were missing.
    int end() {
        int left = held - padded;
        if (left < 0 || left > 7 || !isPadding(left) || at + 1 >= bytes.length) {
            return -1;
        }
        boolean marker = unsigned(at) == 0xff && unsigned(at + 1) != 0;
        return marker ? at : -1;
    }

    /// Goes on behind the restart marker of this number, which must stand here.
    boolean restart(int number) {
        int marker = end();
        if (marker < 0 || unsigned(marker + 1) != RST0 + number) {
            return false;
        }
        at = marker + 2;
        window = 0;
        held = 0;
        padded = 0;
        ended = false;
        return true;
    }

    /// All ones, as the standard has it, or all zeros, as some writers do.
    private boolean isPadding(int left) {
        if (left == 0) {
            return true;
        }
        int bits = window >>> (32 - left);
        return bits == 0 || bits == (1 << left) - 1;
    }

    private void fill() {
        while (held < LOOK_AHEAD) {
            int next = next();
            if (ended) {
                padded += 8;
            }
            window |= next << (24 - held);
            held += 8;
        }
    }

    private int next() {
        if (ended || at >= bytes.length) {
            ended = true;
            return 0;
        }
        int value = unsigned(at);
        zeros = value == 0 ? zeros + 1 : 0;
        holeAt = zeros >= HOLE_BYTES ? at : holeAt;
        if (value != 0xff) {
            at++;
            return value;
        }
        if (at + 1 < bytes.length && bytes[at + 1] == 0) {
            at += 2;
            return value;
        }
        ended = true;
        return 0;
    }

    private int unsigned(int index) {
        return bytes[index] & 0xff;
    }
}
