package dev.easel.judging;

import java.util.Arrays;

/// One picture as a judge is shown it.
///
/// @param label what it is, told to the judge directly before it: "IMAGE 1 = BEFORE"
/// @param contentType of the bytes
/// @param bytes the encoded picture
@SuppressWarnings("ArrayRecordComponent") // A picture is bytes; nobody compares two exhibits.
public record Exhibit(String label, String contentType, byte[] bytes) {

    @Override
    public String toString() {
        return label
                + ": "
                + contentType
                + ", "
                + bytes.length
                + " bytes, "
                + Arrays.hashCode(bytes);
    }
}
