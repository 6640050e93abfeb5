/// The panel: judges, findings, rubrics and the verdict.
@NullMarked
package dev.easel.judging;

import org.jspecify.annotations.NullMarked;
