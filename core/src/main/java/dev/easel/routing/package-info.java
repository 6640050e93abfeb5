/// Which model of which provider does the work: the tier table and the allowlist.
@NullMarked
package dev.easel.routing;

import org.jspecify.annotations.NullMarked;
