/// Tells how reliable providers are, over HTTP: a JAX-RS application, for it only reads, has several
/// small routes, and nobody's first paint waits for it.
@NullMarked
package dev.easel.metrics;

import org.jspecify.annotations.NullMarked;
