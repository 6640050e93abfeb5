/// What a person can ask for: the fourteen workflows, their kinds and tiers.
@NullMarked
package dev.easel.workflow;

import org.jspecify.annotations.NullMarked;
