package dev.easel.picture;

/// The size of a JPEG, and how its components are sampled.
final class JpegFrame {

    /// Before its segment was read.
    static final JpegFrame NONE = new JpegFrame(1, 1, new int[0], new int[0], new int[0]);

    private static final int COMPONENTS_MAX = 4;
    private static final int FACTOR_MAX = 4;
    private static final int BLOCK = 8;

    private final int width;
    private final int height;
    private final int[] ids;

    /// How often it is sampled across in its upper four bits, and down in its lower.
    private final int[] factors;

    private final int[] quantisers;

    private JpegFrame(int width, int height, int[] ids, int[] factors, int[] quantisers) {
        this.width = width;
        this.height = height;
        this.ids = ids;
        this.factors = factors;
        this.quantisers = quantisers;
    }

    /// `body` is where its precision stands.
    static JpegFrame read(byte[] bytes, int body) {
        int count = bytes[body + 5] & 0xff;
        int[] ids = new int[count];
        int[] factors = new int[count];
        int[] quantisers = new int[count];
        for (int i = 0; i < count; i++) {
            ids[i] = bytes[body + 6 + 3 * i] & 0xff;
            factors[i] = bytes[body + 7 + 3 * i] & 0xff;
            quantisers[i] = bytes[body + 8 + 3 * i] & 3;
        }
        return new JpegFrame(
                word(bytes, body + 3), word(bytes, body + 1), ids, factors, quantisers);
    }

    boolean isPossible() {
        boolean possible = width > 0 && height > 0 && ids.length <= COMPONENTS_MAX;
        for (int i = 0; i < ids.length; i++) {
            possible &= across(i) >= 1 && across(i) <= FACTOR_MAX;
            possible &= down(i) >= 1 && down(i) <= FACTOR_MAX;
        }
        return possible;
    }

    int components() {
        return ids.length;
    }

    /// Which component a scan means by `id`; -1 if none.
    int index(int id) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == id) {
                return i;
            }
        }
        return -1;
    }

    int quantiser(int component) {
        return quantisers[component];
    }

    /// Blocks of this component in each unit of a scan of several.
    int blocks(int component) {
        return across(component) * down(component);
    }

    /// Units in a scan of several components.
    int units() {
        return ceil(width, BLOCK * acrossMax()) * ceil(height, BLOCK * downMax());
    }

    /// Units in a scan of this component alone: its own blocks, none of them filled up.
    int unitsAlone(int component) {
        int columns = ceil(ceil(width * across(component), acrossMax()), BLOCK);
        int rows = ceil(ceil(height * down(component), downMax()), BLOCK);
        return columns * rows;
    }

    private int across(int component) {
        return factors[component] >> 4;
    }

    private int down(int component) {
        return factors[component] & 15;
    }

    private int acrossMax() {
        int max = 1;
        for (int i = 0; i < ids.length; i++) {
            max = Math.max(max, across(i));
        }
        return max;
    }

    private int downMax() {
        int max = 1;
        for (int i = 0; i < ids.length; i++) {
            max = Math.max(max, down(i));
        }
        return max;
    }

    private static int ceil(int a, int b) {
        return (a + b - 1) / b;
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }
}
