/// Stand-ins for the AWS services that Easel uses, each on a port of 127.0.0.1, and what fills them
/// from the template.
@NullMarked
package dev.easel.emulator;

import org.jspecify.annotations.NullMarked;
