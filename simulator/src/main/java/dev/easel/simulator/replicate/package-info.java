/// Replicate: predictions that are waited for a while and then asked for again.
@NullMarked
package dev.easel.simulator.replicate;

import org.jspecify.annotations.NullMarked;
