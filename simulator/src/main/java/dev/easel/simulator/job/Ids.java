package dev.easel.simulator.job;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Ids as providers give them.
public final class Ids {

    public static final String ORGANIZATION = stable("organization");
    public static final String PERSON = stable("person");

    private Ids() {}

    /// UUID version 7 (RFC 9562): 48 bits of milliseconds, the rest chance.
    public static String timed(Instant now, RandomGenerator random) {
        long high = (now.toEpochMilli() << 16) | 0x7000 | (random.nextLong() & 0xFFF);
        long low = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
        return new UUID(high, low).toString();
    }

    /// So many small letters and digits.
    public static String letters(int count, RandomGenerator random) {
        var id = new StringBuilder();
        for (int n = 0; n < count; n++) {
            id.append(Character.forDigit(random.nextInt(36), 36));
        }
        return id.toString();
    }

    /// Always the same id for the same name.
    public static String stable(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
