package dev.easel.judging;

import dev.easel.image.Box;

import java.util.List;

/// What a judge answered who looks as a person would, as it came and not yet believed.
///
/// @param textSeen every text that it read in the output
/// @param instructionLikeText whether any of it reads like an instruction to whoever looks
/// @param answers in the order in which they came
public record ViewerAnswer(
        List<String> textSeen, boolean instructionLikeText, List<Answer> answers) {

    /// Boxes are told in thousandths of the output's width and height.
    public static final int SCALE = 1000;

    public ViewerAnswer {
        textSeen = List.copyOf(textSeen);
        answers = List.copyOf(answers);
    }

    /// What it says of one criterion.
    ///
    /// @param id of the criterion
    /// @param boxes where it saw it, in thousandths of the output
    /// @param reasoning in its own words
    /// @param result as it spelt it
    public record Answer(String id, List<Box> boxes, String reasoning, String result) {
        public Answer {
            boxes = List.copyOf(boxes);
        }
    }
}
