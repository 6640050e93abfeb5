/// Pictures as numbers: media types, sizes, boxes and pixels. No file is read here.
@NullMarked
package dev.easel.image;

import org.jspecify.annotations.NullMarked;
