/// Models with eyes behind three kinds of chat services. The first word of a model's name is its
/// temperament: `honest-1` looks, `lazy-1` passes everything.
@NullMarked
package dev.easel.simulator.viewer;

import org.jspecify.annotations.NullMarked;
