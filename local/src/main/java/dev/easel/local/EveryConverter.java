package dev.easel.local;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.Duration;
import java.util.regex.Pattern;

/// Reads `30s`, `5m` and `never`, which is zero.
final class EveryConverter implements ITypeConverter<Duration> {

    private static final Pattern TIME = Pattern.compile("([1-9]\\d{0,3})([sm])");

    @Override
    public Duration convert(String text) {
        if (text.equals("never")) {
            return Duration.ZERO;
        }
        var time = TIME.matcher(text);
        if (!time.matches()) {
            throw new TypeConversionException("'" + text + "' is no time; 30s, 5m and never are.");
        }
        long number = Long.parseLong(time.group(1));
        return time.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMinutes(number);
    }
}
