/// Services behind a key: whole answers within a time and a size, or none; each case tells what may
/// have been billed.
@NullMarked
package dev.easel.http;

import org.jspecify.annotations.NullMarked;
