/// Reads `template.yaml`, the one definition of Easel, into typed records: what Amazon would build,
/// as far as one laptop can build it too.
@NullMarked
package dev.easel.template;

import org.jspecify.annotations.NullMarked;
