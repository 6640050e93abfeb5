/// Together AI: one call, held open, pictures behind URLs or as base64.
@NullMarked
package dev.easel.simulator.together;

import org.jspecify.annotations.NullMarked;
