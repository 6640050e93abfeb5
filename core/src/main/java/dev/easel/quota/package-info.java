/// How much is allowed, and how much of it is left.
@NullMarked
package dev.easel.quota;

import org.jspecify.annotations.NullMarked;
