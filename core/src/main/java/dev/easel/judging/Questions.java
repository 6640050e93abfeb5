package dev.easel.judging;

import dev.easel.workflow.Task;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// What those are asked who look at an output as a person would: for each task a handful of questions
/// with one answer, what decides it spelt out. A question about what was asked for comes first; where
/// that fails the rest is void.
///
/// Changing a word is a new version of the rubric.
final class Questions {

    private static final String FAITHFUL =
            "Re-compression, a shift of up to 3 pixels, a slight change of tone, and differences"
                    + " that show only on close inspection at full size are no faults.";

    private static final Wording OUTSIDE =
            new Wording(
                    "Outside the marked area, is everything as it was?",
                    "objects, text, logos, edges and colours outside the marked area are those of"
                            + " BEFORE. "
                            + FAITHFUL,
                    "anything outside the marked area appeared, vanished, moved, was redrawn or"
                            + " changed its colour",
                    null);

    private static final Wording WHOLE =
            new Wording(
                    "Is the product or person whole and natural?",
                    "no part is cut off, doubled, melted or bent; hands that show have five fingers"
                            + " each; text and logos of BEFORE read letter for letter as they did",
                    "a part is missing, doubled, melted or bent, a hand has another number of"
                            + " fingers, or text or a logo reads differently",
                    null);

    private static final Wording NOTHING_STRANGE =
            new Wording(
                    "Is the picture free of text, logos, watermarks and frames that nobody asked"
                            + " for?",
                    "none is to be seen that is not in BEFORE or asked for",
                    "one is to be seen",
                    null);

    private static final Wording CLEAN_EDGE =
            new Wording(
                    "Is the edge of the subject clean?",
                    "no halo, fringe, dark line or jagged step runs along it",
                    "one of them is to be seen at the size that it is shown in",
                    null);

    private static final Wording SAME_SUBJECT =
            new Wording(
                    "Is the subject as it was?",
                    "shape, colours, text, logos and all parts are those of BEFORE. " + FAITHFUL,
                    "a part was cut off, added, redrawn or changed its colour",
                    null);

    private Questions() {}

    static List<Criterion> of(Task task) {
        return switch (task) {
            case OBJECT_REMOVAL ->
                    list(
                            new Wording(
                                    "Is what was in the marked area gone?",
                                    "nothing of the marked object remains: no part, no outline, no"
                                            + " ghost, no shadow or reflection of it. A near miss"
                                            + " is a fail",
                                    "any of it remains, or something new stands in its place",
                                    null),
                            new Wording(
                                    "Does the filled area continue what is around it?",
                                    "lines, pattern, seams, light and sharpness run on through it,"
                                            + " and no patch repeats",
                                    "a blur, a smear, a broken line, a repeated patch or an edge of"
                                            + " the mask is to be seen",
                                    null),
                            OUTSIDE);
            case TAG_REMOVAL ->
                    list(
                            new Wording(
                                    "Is the price tag gone?",
                                    "no tag, string, fastener, sticker edge, ghost or shadow of it"
                                            + " remains. A near miss is a fail",
                                    "any of it remains",
                                    null),
                            new Wording(
                                    "Does the product's surface continue where the tag was?",
                                    "pattern and seams run on",
                                    "a blur, a smear or a repeated patch is to be seen",
                                    null),
                            new Wording(
                                    "Is everything else as it was, other labels and logos too?",
                                    "all labels, logos and parts of BEFORE that are not the price"
                                            + " tag are there. "
                                            + FAITHFUL,
                                    "a label, a logo or a part vanished or changed",
                                    null));
            case REFERENCE_INPAINT ->
                    list(
                            new Wording(
                                    "Is the thing of the REFERENCE in the marked area?",
                                    "shape, colour, parts and lettering are those of REFERENCE,"
                                            + " letter for letter. A near miss is a fail",
                                    "it is not there, or another one is",
                                    "no REFERENCE is shown"),
                            new Wording(
                                    "Does it fit in?",
                                    "scale and perspective are plausible and the light falls from"
                                            + " the same side",
                                    "it floats, is of the wrong size or lit from elsewhere, or a"
                                            + " border of the marked area shows",
                                    null),
                            OUTSIDE);
            case POINT_EDIT, EDIT ->
                    list(
                            new Wording(
                                    "Was done what the instruction asks for?",
                                    "all that it asks for can be seen. A near miss is a fail",
                                    "part of it is missing, or it was done to something else",
                                    null),
                            new Wording(
                                    "Is everything as it was that the instruction does not name?",
                                    "it is that of BEFORE. " + FAITHFUL,
                                    "something appeared, vanished, moved or changed that the"
                                            + " instruction does not name",
                                    null),
                            WHOLE);
            case CUT_OUT ->
                    list(
                            new Wording(
                                    "Is the background gone?",
                                    "nothing is left around the subject and in its gaps",
                                    "remnants of the old background are left, or a grey box, or a"
                                            + " painted checkerboard",
                                    null),
                            CLEAN_EDGE,
                            SAME_SUBJECT);
            case WHITE_BACKGROUND ->
                    list(
                            new Wording(
                                    "Is the background white to all edges of the picture?",
                                    "every area outside the subject is white; a soft shadow where"
                                            + " the subject stands is no fault",
                                    "a remnant of the old background, a grey box or a tint is left",
                                    null),
                            CLEAN_EDGE,
                            SAME_SUBJECT);
            case SCENE ->
                    list(
                            new Wording(
                                    "Is the new scene the one that the instruction asks for?",
                                    "place and things that it names can be seen",
                                    "it is another scene, or the old background is still there",
                                    null),
                            new Wording(
                                    "Does the subject stand in the scene?",
                                    "it touches the ground, its scale is plausible, and light and"
                                            + " shadow agree with the scene",
                                    "it floats, is of the wrong size or lit from elsewhere",
                                    null),
                            SAME_SUBJECT);
            case EXTEND ->
                    list(
                            new Wording(
                                    "Does the new part continue the picture?",
                                    "lines, ground, light and sharpness run on, and no seam shows",
                                    "a seam, a blur, a frame, a mirrored or repeated piece shows",
                                    null),
                            new Wording(
                                    "Is the old part as it was?",
                                    "BEFORE is there in full. " + FAITHFUL,
                                    "part of it was cut off, stretched or redrawn",
                                    null),
                            NOTHING_STRANGE);
            case RESTYLE ->
                    list(
                            new Wording(
                                    "Was changed what the instruction names, after the reference?",
                                    "the garment or thing that it names follows the instruction and"
                                            + " REFERENCE. A near miss is a fail",
                                    "it did not change, or another one did",
                                    null),
                            new Wording(
                                    "Is the person the same?",
                                    "face, hair, skin tone, body shape, pose and hands are those of"
                                            + " BEFORE. "
                                            + FAITHFUL,
                                    "one of them changed",
                                    "nobody is in BEFORE"),
                            new Wording(
                                    "Is the rest as it was?",
                                    "background and other garments are those of BEFORE",
                                    "one of them changed that the instruction does not name",
                                    null),
                            WHOLE);
            case ISOLATION ->
                    list(
                            new Wording(
                                    "Does the product stand alone?",
                                    "the product is there and nothing else: no person, hand, stand"
                                            + " or hanger",
                                    "something else is left",
                                    null),
                            SAME_SUBJECT,
                            CLEAN_EDGE);
            case UPSCALE ->
                    list(
                            new Wording(
                                    "Is it the same picture?",
                                    "everything in BEFORE is there and nothing else. " + FAITHFUL,
                                    "something was added, removed or redrawn: a face, a letter, a"
                                            + " pattern",
                                    null),
                            new Wording(
                                    "Is it free of faults that come from enlarging?",
                                    "no ringing, blocks, paint-like smears or invented texture",
                                    "one of them shows at the size that it is shown in",
                                    null));
            case TEXT_TO_IMAGE ->
                    list(
                            new Wording(
                                    "Does the picture show what the instruction asks for?",
                                    "everything that it names is there, in the number and with the"
                                            + " properties that it names. A near miss is a fail",
                                    "something is missing, of another number or with other"
                                            + " properties",
                                    null),
                            WHOLE,
                            NOTHING_STRANGE);
            case CHILDREN -> List.of();
        };
    }

    /// The first one opens the gate.
    private static List<Criterion> list(Wording... wordings) {
        var criteria = new ArrayList<Criterion>();
        for (var wording : wordings) {
            criteria.add(
                    new Criterion(
                            "C" + (criteria.size() + 1),
                            wording.question,
                            wording.pass,
                            wording.fail,
                            wording.notApplicable,
                            criteria.isEmpty()));
        }
        return criteria;
    }

    private record Wording(
            String question, String pass, String fail, @Nullable String notApplicable) {}
}
