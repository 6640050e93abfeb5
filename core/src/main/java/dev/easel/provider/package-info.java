/// A company's API that does paid work: the port, what goes in and what may come back.
@NullMarked
package dev.easel.provider;

import org.jspecify.annotations.NullMarked;
