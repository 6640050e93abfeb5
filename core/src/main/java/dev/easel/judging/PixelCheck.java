package dev.easel.judging;

/// One check that the pixel judges know. Which of them a task needs is the rubric's business.
public enum PixelCheck {
    /// Something can be seen on it, down to the last row.
    CONTENT(Judge.TECHNICAL),
    /// It has the photo's shape.
    SHAPE(Judge.TECHNICAL),
    /// It has the shape that was asked for.
    ASKED_SHAPE(Judge.TECHNICAL),
    /// It is larger than the photo.
    ENLARGEMENT(Judge.TECHNICAL),
    /// What was painted over is different now.
    CHANGE_INSIDE(Judge.CHANGE),
    /// What was painted over is gone.
    REMOVAL(Judge.CHANGE),
    /// It is not the photo.
    CHANGE(Judge.CHANGE),
    /// The background is another one, or was right before.
    BACKGROUND_CHANGE(Judge.CHANGE),
    /// Outside the painted area all is as it was.
    SURROUNDINGS(Judge.PRESERVATION),
    /// The subject in front of the new background is as it was.
    SUBJECT(Judge.PRESERVATION),
    /// All is as it was.
    PICTURE(Judge.PRESERVATION),
    /// The photo is still there, somewhere within.
    MIDDLE(Judge.PRESERVATION),
    /// The background is transparent, and not a painted checkerboard.
    CLEAR_BACKGROUND(Judge.USABILITY),
    /// The background is white.
    WHITE_BACKGROUND(Judge.USABILITY),
    /// No halo runs round the subject, and nothing was cut off it.
    EDGE(Judge.USABILITY);

    private final Judge judge;

    PixelCheck(Judge judge) {
        this.judge = judge;
    }

    /// To whose family it belongs.
    Judge judge() {
        return judge;
    }
}
