package dev.easel.http;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// What came of one request. The cases differ in what may have been billed.
public sealed interface Reply {

    /// The other side answered; `json` is a missing node where the body was not JSON. `text` no
    /// longer holds our key, whatever it echoed, and is empty where the body is a picture or of
    /// several parts; `retryAfter` is absent unless they asked us to wait.
    record Answered(
            int status, JsonNode json, String text, Content content, @Nullable Duration retryAfter)
            implements Reply {
        public boolean ok() {
            return status / 100 == 2;
        }

        /// Our key is not taken; an operator can put that right.
        public boolean unauthorized() {
            return status == 401 || status == 403;
        }

        /// Asking again later may help; nothing is said about the thing asked for.
        public boolean passing() {
            return status == 408 || status == 429 || status >= 500;
        }
    }

    /// There is no usable key, so nothing was sent.
    record Keyless(String why) implements Reply {}

    /// No connection came about, so nothing was sent.
    record NotSent(String why) implements Reply {}

    /// The request may have arrived, and no whole answer came.
    record Silent(String why) implements Reply {}

    /// The body as it came.
    ///
    /// @param type as it was declared, with its parameters
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Content(String type, byte[] bytes) {
        @Override
        public String toString() {
            return "Content[" + type + ", " + bytes.length + " bytes]";
        }
    }
}
