package dev.easel.workflow;

import static dev.easel.workflow.Requirement.ASPECT_RATIO;
import static dev.easel.workflow.Requirement.IMAGE;
import static dev.easel.workflow.Requirement.MASK;
import static dev.easel.workflow.Requirement.PERSON;
import static dev.easel.workflow.Requirement.PIN;
import static dev.easel.workflow.Requirement.PROMPT;
import static dev.easel.workflow.Requirement.REFERENCE;

import dev.easel.workflow.Availability.Available;
import dev.easel.workflow.Availability.ComingSoon;

import java.util.List;
import java.util.Set;

/// The fourteen workflows, in the order in which people see them. A workflow opens by a change of
/// its last column and a line in the tier table.
public final class Workflows {

    private static final Availability OPEN = new Available();

    /// All of them.
    public static final List<Workflow> ALL =
            List.of(
                    new Workflow(
                            "remove-object",
                            "Remove an object",
                            Group.RETOUCH,
                            Kind.MASK_ONLY,
                            Set.of(IMAGE, MASK),
                            Task.OBJECT_REMOVAL,
                            OPEN),
                    new Workflow(
                            "remove-tag",
                            "Remove the price tag",
                            Group.RETOUCH,
                            Kind.SIMPLE,
                            Set.of(IMAGE),
                            Task.TAG_REMOVAL,
                            soon(
                                    "Finding a price tag by itself is not tried enough yet. Until"
                                            + " then, paint over it with Remove an object.")),
                    new Workflow(
                            "repair-area",
                            "Repair an area",
                            Group.RETOUCH,
                            Kind.MASK_REF,
                            Set.of(IMAGE, MASK, REFERENCE),
                            Task.REFERENCE_INPAINT,
                            OPEN),
                    new Workflow(
                            "point-edit",
                            "Change one thing",
                            Group.RETOUCH,
                            Kind.PIN,
                            Set.of(IMAGE, PIN, PROMPT),
                            Task.POINT_EDIT,
                            OPEN),
                    new Workflow(
                            "cut-out",
                            "Cut out the subject",
                            Group.BACKGROUND,
                            Kind.SIMPLE,
                            Set.of(IMAGE),
                            Task.CUT_OUT,
                            OPEN),
                    new Workflow(
                            "white-background",
                            "White background",
                            Group.BACKGROUND,
                            Kind.SIMPLE,
                            Set.of(IMAGE),
                            Task.WHITE_BACKGROUND,
                            OPEN),
                    new Workflow(
                            "new-scene",
                            "New scene",
                            Group.BACKGROUND,
                            Kind.PROMPT,
                            Set.of(IMAGE, PROMPT),
                            Task.SCENE,
                            OPEN),
                    new Workflow(
                            "extend",
                            "Extend the picture",
                            Group.BACKGROUND,
                            Kind.SIMPLE,
                            Set.of(IMAGE, ASPECT_RATIO),
                            Task.EXTEND,
                            OPEN),
                    new Workflow(
                            "restyle",
                            "Restyle with a reference",
                            Group.STYLE,
                            Kind.PROMPT_ZIP,
                            Set.of(IMAGE, PERSON, REFERENCE, PROMPT),
                            Task.RESTYLE,
                            OPEN),
                    new Workflow(
                            "edit",
                            "Edit with words",
                            Group.STYLE,
                            Kind.PROMPT,
                            Set.of(IMAGE, PROMPT),
                            Task.EDIT,
                            OPEN),
                    new Workflow(
                            "create",
                            "Create from words",
                            Group.STYLE,
                            Kind.PROMPT,
                            Set.of(PROMPT),
                            Task.TEXT_TO_IMAGE,
                            OPEN),
                    new Workflow(
                            "isolate",
                            "Isolate the product",
                            Group.FINISH,
                            Kind.SIMPLE,
                            Set.of(IMAGE),
                            Task.ISOLATION,
                            OPEN),
                    new Workflow(
                            "upscale",
                            "Upscale",
                            Group.FINISH,
                            Kind.SIMPLE,
                            Set.of(IMAGE),
                            Task.UPSCALE,
                            OPEN),
                    new Workflow(
                            "product-set",
                            "Product set",
                            Group.FINISH,
                            Kind.PACKAGE,
                            Set.of(IMAGE),
                            Task.CHILDREN,
                            OPEN,
                            List.of(
                                    new Child("cut-out", null),
                                    new Child("white-background", null),
                                    new Child("extend", "1:1"),
                                    new Child("extend", "4:5"))));

    private Workflows() {}

    private static Availability soon(String notice) {
        return new ComingSoon(notice);
    }
}
