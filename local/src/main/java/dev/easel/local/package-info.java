/// Easel on one machine: the command line and what it starts.
@NullMarked
package dev.easel.local;

import org.jspecify.annotations.NullMarked;
