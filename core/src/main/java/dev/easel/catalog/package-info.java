/// What can be dispatched now and, if not, why.
@NullMarked
package dev.easel.catalog;

import org.jspecify.annotations.NullMarked;
