package dev.easel.template;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The CloudFront distribution: which paths it takes from its bucket, and what it adds to answers.
/// How it caches means nothing on a laptop and is not read.
///
/// @param root the object that `/` stands for
/// @param behaviours in the order in which they are tried; the last one takes every path
public record Distribution(String root, List<Behaviour> behaviours) {

    public Distribution {
        behaviours = List.copyOf(behaviours);
    }

    /// What is done about the paths of one pattern.
    ///
    /// @param pattern with `*` for any characters and `?` for one
    /// @param bucket true if they are objects of a bucket, and not the API's
    /// @param compress whether they are compressed for browsers that take it
    /// @param headers what its policy adds to an answer
    public record Behaviour(
            String pattern,
            boolean bucket,
            List<String> methods,
            boolean compress,
            Map<String, String> headers) {

        public Behaviour {
            methods = List.copyOf(methods);
            headers = Map.copyOf(headers);
        }

        boolean takes(String path) {
            var absolute = pattern.startsWith("/") ? pattern : "/" + pattern;
            var regex = Pattern.quote(absolute).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
            return Pattern.matches(regex, path);
        }
    }

    /// The one that has a say about this path.
    public Behaviour behaviour(String path) {
        return behaviours.stream()
                .filter(behaviour -> behaviour.takes(path))
                .findFirst()
                .orElseGet(behaviours::getLast);
    }
}
