/// The local stack as processes that can be killed, and what is asked of it while they are.
@NullMarked
package dev.easel.proof;

import org.jspecify.annotations.NullMarked;
