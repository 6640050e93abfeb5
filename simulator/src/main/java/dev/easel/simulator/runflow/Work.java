package dev.easel.simulator.runflow;

import dev.easel.simulator.picture.Picture;

import java.io.IOException;
import java.util.List;

/// What a model does with its inputs.
@FunctionalInterface
interface Work {

    /// Throws [IOException] when an input cannot be had.
    List<Picture> make(Inputs inputs) throws IOException;
}
