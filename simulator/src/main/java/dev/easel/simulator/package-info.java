/// Stands in for the model providers over real HTTP. It imports nothing of the product, as they
/// would not.
@NullMarked
package dev.easel.simulator;

import org.jspecify.annotations.NullMarked;
