/// What stands between the world and the handlers: the HTTP API in front, the event sources of the
/// queues, the schedules and the rules.
@NullMarked
package dev.easel.gateway;

import org.jspecify.annotations.NullMarked;
