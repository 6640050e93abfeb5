/// What stands between a request and a paid job: one conditional transaction that admits or
/// refuses.
@NullMarked
package dev.easel.guard;

import org.jspecify.annotations.NullMarked;
