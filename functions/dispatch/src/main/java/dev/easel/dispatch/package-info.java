/// Takes orders and walks each through its steps: the API and the worker behind it.
@NullMarked
package dev.easel.dispatch;

import org.jspecify.annotations.NullMarked;
