/// Evaluators that look at the pixels of what was made and of what it was made from.
@NullMarked
package dev.easel.simulator.judge;

import org.jspecify.annotations.NullMarked;
