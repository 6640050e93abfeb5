package dev.easel.provider;

import java.net.URI;

/// A picture that a provider hands over. Only a picture once its bytes were looked at.
public sealed interface Output {

    /// It lies at the provider, under a URL that dies soon.
    record Remote(URI url) implements Output {}

    /// It came with the answer.
    @SuppressWarnings("ArrayRecordComponent") // Never compared: it is stored and forgotten.
    record Inline(byte[] bytes) implements Output {
        @Override
        public String toString() {
            return "Inline[" + bytes.length + " bytes]";
        }
    }
}
