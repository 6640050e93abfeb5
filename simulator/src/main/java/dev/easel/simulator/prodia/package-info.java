/// Prodia: multipart in and out, at once or by and by.
@NullMarked
package dev.easel.simulator.prodia;

import org.jspecify.annotations.NullMarked;
