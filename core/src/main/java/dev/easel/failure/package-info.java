/// Everything that can go wrong on purpose, and how a caller hears of it.
@NullMarked
package dev.easel.failure;

import org.jspecify.annotations.NullMarked;
