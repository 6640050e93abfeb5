/// Calls the providers that the operator lists, every few minutes, all with the same prompt, and keeps
/// how it went.
@NullMarked
package dev.easel.benchmark;

import org.jspecify.annotations.NullMarked;
