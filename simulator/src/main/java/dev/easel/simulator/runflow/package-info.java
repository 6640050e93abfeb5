/// Runflow as its documentation describes it: runs, evaluations, output URLs, contract 2026-10.
@NullMarked
package dev.easel.simulator.runflow;

import org.jspecify.annotations.NullMarked;
