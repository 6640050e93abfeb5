/// The ids of the things that outlive one request: 128 random bits behind a prefix that says what
/// they name.
@NullMarked
package dev.easel.id;

import org.jspecify.annotations.NullMarked;
