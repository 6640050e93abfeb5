/// Everything of Easel on one laptop, and the command line that starts it.
@NullMarked
package dev.easel.local;

import org.jspecify.annotations.NullMarked;
