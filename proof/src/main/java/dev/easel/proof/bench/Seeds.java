package dev.easel.proof.bench;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.Optional;
import java.util.regex.Pattern;

/// Which scenes are made.
///
/// @param last included
record Seeds(long first, long last) {

    /// The seeds that thresholds were set on: figures from them flatter.
    static final Seeds CALIBRATION = new Seeds(100, 199);

    private static final Pattern RANGE = Pattern.compile("(\\d{1,15})\\.\\.(\\d{1,15})");

    Seeds {
        if (first > last) {
            throw new IllegalArgumentException("the first seed comes before the last");
        }
    }

    /// What to say of figures from these seeds; empty if there is nothing.
    Optional<String> warning() {
        return first <= CALIBRATION.last && last >= CALIBRATION.first
                ? Optional.of(
                        ("bench: thresholds were set on seeds %d to %d, and some of yours are"
                                        + " among them. These figures prove nothing.")
                                .formatted(CALIBRATION.first, CALIBRATION.last))
                : Optional.empty();
    }

    long count() {
        return last - first + 1;
    }

    @Override
    public String toString() {
        return first + ".." + last;
    }

    /// Reads `60000..60049`.
    static final class Converter implements ITypeConverter<Seeds> {
        @Override
        public Seeds convert(String text) {
            var range = RANGE.matcher(text);
            if (!range.matches()
                    || Long.parseLong(range.group(1)) > Long.parseLong(range.group(2))) {
                throw new TypeConversionException(
                        "'" + text + "' is no range of seeds, such as 60000..60049");
            }
            return new Seeds(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)));
        }
    }
}
