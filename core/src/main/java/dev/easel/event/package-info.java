/// What happened, told to whoever listens.
@NullMarked
package dev.easel.event;

import org.jspecify.annotations.NullMarked;
