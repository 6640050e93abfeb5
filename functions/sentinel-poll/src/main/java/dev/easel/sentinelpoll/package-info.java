/// Runs the panel on an output and gives its verdict within five minutes.
@NullMarked
package dev.easel.sentinelpoll;

import org.jspecify.annotations.NullMarked;
