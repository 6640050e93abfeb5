package dev.easel.provider;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;

/// Lays the pictures of a job into one zip and lends that: for contracts that still want one, and for
/// no others.
public interface Bundler {

    Bundle bundle();

    /// The zip, and the name of each picture in it.
    record Bundle(URI url, @Nullable String image, @Nullable String mask, List<String> references) {
        public Bundle {
            references = List.copyOf(references);
        }
    }
}
