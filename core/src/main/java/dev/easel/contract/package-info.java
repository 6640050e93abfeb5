/// What providers publish about how their models want to be asked, and how that drifts.
@NullMarked
package dev.easel.contract;

import org.jspecify.annotations.NullMarked;
