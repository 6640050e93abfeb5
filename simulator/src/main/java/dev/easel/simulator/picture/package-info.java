/// Pictures, drawn and edited for real with nothing but the JDK: what the stand-in models do, and
/// nothing about HTTP.
@NullMarked
package dev.easel.simulator.picture;

import org.jspecify.annotations.NullMarked;
