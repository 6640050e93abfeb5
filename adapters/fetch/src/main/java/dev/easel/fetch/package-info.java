/// Downloads from addresses that others chose, under caps of bytes and time.
@NullMarked
package dev.easel.fetch;

import org.jspecify.annotations.NullMarked;
