/// Pictures as files: sniffing, reading headers, decoding, turning upright, encoding anew. What a
/// stranger sent is believed in nothing.
@NullMarked
package dev.easel.picture;

import org.jspecify.annotations.NullMarked;
