/// What was billed, kept on disk.
@NullMarked
package dev.easel.simulator.journal;

import org.jspecify.annotations.NullMarked;
