package dev.easel.picture;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// The Huffman codes of one table, looked up by their next 16 bits.
///
/// @param entries for each 16 bits what they begin with: the value in the upper 8 of 16 bits and the
/// code's length in the lower; 0 where no code begins so
/// @param bytes how long the table is in the file
@SuppressWarnings("ArrayRecordComponent")
record CodeTable(char[] entries, int bytes) {

    private static final int LENGTH_MAX = 16;
    private static final int ENTRIES = 1 << LENGTH_MAX;

    /// `at` is where the sixteen counts stand; null if they are no code.
    static @Nullable CodeTable read(byte[] bytes, int at) {
        char[] entries = new char[ENTRIES];
        int value = at + LENGTH_MAX;
        int code = 0;
        for (int length = 1; length <= LENGTH_MAX; length++) {
            int count = bytes[at + length - 1] & 0xff;
            for (int i = 0; i < count; i++, code++, value++) {
                int from = code << (LENGTH_MAX - length);
                int to = from + (1 << (LENGTH_MAX - length));
                if (to > ENTRIES) {
                    return null;
                }
                Arrays.fill(entries, from, to, (char) ((bytes[value] & 0xff) << 8 | length));
            }
            code <<= 1;
        }
        return new CodeTable(entries, value - at);
    }

    char entry(int bits) {
        return entries[bits];
    }
}
