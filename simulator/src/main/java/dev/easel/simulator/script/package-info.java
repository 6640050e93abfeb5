/// What a run is to look like: the scenarios, how they are chosen, and how long things take.
@NullMarked
package dev.easel.simulator.script;

import org.jspecify.annotations.NullMarked;
