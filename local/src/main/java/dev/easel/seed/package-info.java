/// A past that never was, for pages and queries to have something to show: made of one seed, written as
/// the product's own rows, and marked as simulated in each of them.
@NullMarked
package dev.easel.seed;

import org.jspecify.annotations.NullMarked;
