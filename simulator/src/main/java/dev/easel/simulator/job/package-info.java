/// What every provider has: jobs that take time, cost money and end in pictures.
@NullMarked
package dev.easel.simulator.job;

import org.jspecify.annotations.NullMarked;
