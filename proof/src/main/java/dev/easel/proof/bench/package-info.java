/// The defect bench: pictures with known faults, put before the pixel judges as they ship.
@NullMarked
package dev.easel.proof.bench;

import org.jspecify.annotations.NullMarked;
