/// The doors of the functions: what comes in from API Gateway and SQS, what goes out, and the one
/// place where failures are caught.
@NullMarked
package dev.easel.door;

import org.jspecify.annotations.NullMarked;
