package dev.easel.judges;

import dev.easel.judging.Exhibit;
import dev.easel.judging.Form;

import java.util.List;

/// A chat service whose models can see. One file each; they differ in nothing but the wire.
interface Chat {

    /// Sends one question and waits for the whole answer. Never throws for what the service, the
    /// network or a missing key can do.
    Said ask(Prompt prompt);

    /// What goes out.
    ///
    /// @param system what is the same for every question
    /// @param exhibits the pictures, each shown right after its label
    /// @param questions what follows the pictures
    /// @param form how the answer has to come
    /// @param reference ours, where a service keeps one
    record Prompt(
            String system, List<Exhibit> exhibits, String questions, Form form, String reference) {

        public Prompt {
            exhibits = List.copyOf(exhibits);
        }
    }
}
