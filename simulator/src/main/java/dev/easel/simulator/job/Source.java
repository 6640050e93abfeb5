package dev.easel.simulator.job;

import dev.easel.simulator.picture.Picture;
import dev.easel.simulator.picture.UnreadablePictureException;
import dev.easel.simulator.web.Body;
import dev.easel.simulator.web.Downloads;

import java.io.IOException;

/// A picture that a customer handed over, by its address or as it is.
public sealed interface Source {

    /// Throws [IOException] when it cannot be had or is no picture.
    Picture picture(Downloads downloads) throws IOException;

    /// At an `http`, `https` or `data` URL.
    record Link(String url) implements Source {
        @Override
        public Picture picture(Downloads downloads) throws IOException {
            return decoded(downloads.fetch(url).body());
        }
    }

    /// In the request itself.
    record Inline(Body body) implements Source {
        @Override
        public Picture picture(Downloads downloads) throws IOException {
            return decoded(body);
        }
    }

    private static Picture decoded(Body body) throws IOException {
        try {
            return Picture.decode(body.bytes());
        } catch (UnreadablePictureException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
