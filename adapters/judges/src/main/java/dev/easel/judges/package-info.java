/// Judges who look as a person would: models with eyes, behind three kinds of chat services. One call
/// is one judgement; it is paid, and nobody can be asked later what became of it.
@NullMarked
package dev.easel.judges;

import org.jspecify.annotations.NullMarked;
