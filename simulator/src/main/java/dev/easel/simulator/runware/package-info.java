/// Runware: a list of tasks in, what came of them and what went wrong out.
@NullMarked
package dev.easel.simulator.runware;

import org.jspecify.annotations.NullMarked;
