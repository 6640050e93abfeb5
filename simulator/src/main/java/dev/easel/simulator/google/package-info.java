/// Google's image models, by the Gemini API and by Vertex AI.
@NullMarked
package dev.easel.simulator.google;

import org.jspecify.annotations.NullMarked;
