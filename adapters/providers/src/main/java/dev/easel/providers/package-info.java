/// The providers and evaluators that Easel speaks to: each one file of one shape, over a client
/// that is handed in. What they share is the wire ([dev.easel.http.JsonHttp]), the cleaning of words that others
/// wrote ([Words]) and the telling of what cannot be honoured ([Unheeded]).
@NullMarked
package dev.easel.providers;

import org.jspecify.annotations.NullMarked;
