/// The pages as they are served and deployed: every file under a path that names what is in it, so
/// that browsers may keep it for ever, and the documents that lead there.
@NullMarked
package dev.easel.site;

import org.jspecify.annotations.NullMarked;
