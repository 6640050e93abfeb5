package dev.easel.picture;

import java.util.Arrays;

/// Reads every code of a sequential JPEG without making a pixel of it, and tells whether exactly as
/// many blocks come out as the picture has.
///
/// Decoders go on over a damaged byte, often without a word: the codes fall into step again after a
/// few blocks. Progressive pictures and rarer kinds are not read; nothing is said of them.
final class EntropyWalk {

    private static final int RST0 = 0xd0;
    private static final int RST7 = 0xd7;
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int DQT = 0xdb;
    private static final int DRI = 0xdd;
    private static final int DHT = 0xc4;
    private static final int SOF0 = 0xc0;
    private static final int SOF1 = 0xc1;
    private static final int SOF15 = 0xcf;
    private static final int JPG = 0xc8;
    private static final int DAC = 0xcc;

    private final byte[] bytes;
    private final CodeTable[] dcTables = new CodeTable[4];
    private final CodeTable[] acTables = new CodeTable[4];

    /// The first quantiser of each table: how much one step of a block's mean is worth.
    private final int[] firstQuantisers = {1, 1, 1, 1};

    private JpegFrame frame = JpegFrame.NONE;
    private int restartInterval;

    private EntropyWalk(byte[] bytes) {
        this.bytes = bytes;
    }

    /// True for everything that is not proven to be damaged.
    static boolean isSound(byte[] jpeg) {
        try {
            return new EntropyWalk(jpeg).walk();
        } catch (ArrayIndexOutOfBoundsException _) {
            // A segment that ends beyond the file.
            return false;
        }
    }

    private boolean walk() {
        int at = 2;
        while (true) {
            if (unsigned(at) != 0xff) {
                return false;
            }
            while (unsigned(at) == 0xff) {
                at++;
            }
            int marker = unsigned(at++);
            if (marker == EOI) {
                return true;
            }
            if (marker == 0 || marker == SOI) {
                return false;
            }
            // Some cameras close the last interval, too.
            if (marker >= RST0 && marker <= RST7) {
                continue;
            }
            int body = at + 2;
            int end = at + word(at);
            if (isUnread(marker, body)) {
                return true;
            }
            if (marker == SOS) {
                end = scan(body, end);
                if (end < 0) {
                    return false;
                }
            } else if (!take(marker, body, end)) {
                return false;
            }
            at = end;
        }
    }

    /// Progressive, lossless, arithmetic and twelve-bit frames.
    private boolean isUnread(int marker, int body) {
        boolean coding = marker > SOF1 && marker <= SOF15;
        boolean table = marker == DHT || marker == JPG || marker == DAC;
        boolean sequential = marker == SOF0 || marker == SOF1;
        return (coding && !table) || (sequential && unsigned(body) != 8);
    }

    /// False if it cannot be what it says.
    private boolean take(int marker, int body, int end) {
        switch (marker) {
            case SOF0, SOF1 -> frame = JpegFrame.read(bytes, body);
            case DRI -> restartInterval = word(body);
            case DQT -> takeQuantisers(body, end);
            case DHT -> {
                return takeCodes(body, end);
            }
            default -> {}
        }
        return frame.isPossible();
    }

    private void takeQuantisers(int body, int end) {
        for (int at = body; at < end; ) {
            boolean wide = unsigned(at) >> 4 != 0;
            firstQuantisers[unsigned(at) & 3] = wide ? word(at + 1) : unsigned(at + 1);
            at += wide ? 129 : 65;
        }
    }

    private boolean takeCodes(int body, int end) {
        for (int at = body; at < end; ) {
            int id = unsigned(at) & 15;
            int kind = unsigned(at) >> 4;
            var table = CodeTable.read(bytes, at + 1);
            if (id > 3 || kind > 1 || table == null || at + table.bytes() + 1 > end) {
                return false;
            }
            (kind == 0 ? dcTables : acTables)[id] = table;
            at += 1 + table.bytes();
        }
        return true;
    }

    /// Where the marker after the coded blocks stands; -1 if they are damaged.
    private int scan(int body, int end) {
        int count = unsigned(body);
        if (count < 1 || count > frame.components()) {
            return -1;
        }
        var parts = new ScanWalk.Part[count];
        for (int i = 0; i < count; i++) {
            int component = frame.index(unsigned(body + 1 + 2 * i));
            int tables = unsigned(body + 2 + 2 * i);
            var dc = dcTables[tables >> 4 & 3];
            var ac = acTables[tables & 3];
            if (component < 0 || dc == null || ac == null) {
                return -1;
            }
            int blocks = count == 1 ? 1 : frame.blocks(component);
            int quantiser = firstQuantisers[frame.quantiser(component)];
            parts[i] = new ScanWalk.Part(dc, ac, blocks, quantiser);
        }
        int alone = frame.index(unsigned(body + 1));
        int units = count == 1 ? frame.unitsAlone(alone) : frame.units();
        return new ScanWalk(bytes, end, Arrays.asList(parts), restartInterval).walk(units);
    }

    private int unsigned(int at) {
        return bytes[at] & 0xff;
    }

    private int word(int at) {
        return unsigned(at) << 8 | unsigned(at + 1);
    }
}
