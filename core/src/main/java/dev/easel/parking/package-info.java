/// Workflows that rest for a while: parked by hand or by themselves, and how they wake.
@NullMarked
package dev.easel.parking;

import org.jspecify.annotations.NullMarked;
