/// Keys and secrets of the deployment.
@NullMarked
package dev.easel.secret;

import org.jspecify.annotations.NullMarked;
