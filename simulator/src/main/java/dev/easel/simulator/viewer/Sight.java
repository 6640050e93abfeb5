package dev.easel.simulator.viewer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a model was sent.
///
/// @param model who is asked
/// @param plates in the order in which they were shown
/// @param questions the words after the pictures
/// @param criteria the ids that may be answered, from the form of the answer
record Sight(String model, List<Plate> plates, String questions, List<String> criteria) {

    Sight {
        plates = List.copyOf(plates);
        criteria = List.copyOf(criteria);
    }

    /// One picture under its label, `IMAGE 2 = AFTER`.
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Plate(String label, byte[] bytes) {
        @Override
        public String toString() {
            return label + ", " + bytes.length + " bytes";
        }
    }

    Optional<byte[]> plate(String name) {
        return plates.stream()
                .filter(plate -> plate.label().endsWith(" = " + name))
                .map(Plate::bytes)
                .findFirst();
    }

    /// As evaluators spell it: `object-removal`.
    String task() {
        return Arrays.stream(questions.split("\n", -1))
                .filter(line -> line.startsWith("TASK: "))
                .map(line -> line.substring("TASK: ".length()).replace(' ', '-'))
                .findFirst()
                .orElse("");
    }
}
