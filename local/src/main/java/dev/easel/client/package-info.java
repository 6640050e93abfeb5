/// A client of the API and what it leaves on disk: one generation from a photo to its verdict.
@NullMarked
package dev.easel.client;

import org.jspecify.annotations.NullMarked;
