/// One paid job and its life.
@NullMarked
package dev.easel.generation;

import org.jspecify.annotations.NullMarked;
