/// Where pictures are kept: keys, stored pictures and the bucket as a port.
@NullMarked
package dev.easel.asset;

import org.jspecify.annotations.NullMarked;
