/// What providers did, as numbers that can be believed: benchmark runs, samples, hourly roll-ups, and
/// how sure one can be of each.
@NullMarked
package dev.easel.reliability;

import org.jspecify.annotations.NullMarked;
