/// Real HTTP, in and out, as small as the JDK allows.
@NullMarked
package dev.easel.simulator.web;

import org.jspecify.annotations.NullMarked;
