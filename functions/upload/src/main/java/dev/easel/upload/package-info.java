/// Takes pictures in and hands them out. No picture passes through: callers put and get them in the
/// bucket, under signed URLs.
@NullMarked
package dev.easel.upload;

import org.jspecify.annotations.NullMarked;
