package dev.easel.proof.bench;

import dev.easel.judging.Judge;
import dev.easel.workflow.Task;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/// How to make one kind of output of a scene.
///
/// @param task what it is judged as
/// @param name what is wrong with it, or how it is good
/// @param kind whether judges are to complain of it
/// @param own the judge whose business it is
/// @param target the recall that is promised, from 0 to 1; 0 if none is
/// @param drawnOnly it needs to know how the product is painted, which nobody does of a photograph
/// @param brush paints it
/// @param press makes a file of it
record Recipe(
        Task task,
        String name,
        Kind kind,
        Judge own,
        double target,
        boolean drawnOnly,
        Brush brush,
        Press press) {

    enum Kind {
        GOOD,
        DEFECT
    }

    /// What is on the output.
    interface Brush {
        BufferedImage paint(Scene scene, RandomGenerator dice);
    }

    /// What the model makes of it on its way out, and what happens to the bytes.
    interface Press {
        byte[] print(BufferedImage image, RandomGenerator dice);
    }

    static Recipe good(Task task, String name, Brush brush, Press press) {
        return new Recipe(task, name, Kind.GOOD, Judge.TECHNICAL, 0, false, brush, press);
    }

    static Recipe defect(Task task, String name, Judge own, Brush brush, Press press) {
        return new Recipe(task, name, Kind.DEFECT, own, 0, false, brush, press);
    }

    Recipe promising(double recall) {
        return new Recipe(task, name, kind, own, recall, drawnOnly, brush, press);
    }

    Recipe onlyDrawn() {
        return new Recipe(task, name, kind, own, target, true, brush, press);
    }

    boolean isGood() {
        return kind == Kind.GOOD;
    }

    boolean suits(Scene scene) {
        return (!drawnOnly || scene.product() != null)
                && (task == Task.OBJECT_REMOVAL || scene.hasSubject());
    }

    BufferedImage paint(Scene scene, long seed) {
        return brush.paint(scene, Scene.dice(seed, task.wire() + "/" + name));
    }

    /// The output's bytes.
    byte[] make(Scene scene, long seed) {
        return press.print(
                paint(scene, seed), Scene.dice(seed, task.wire() + "/" + name + "/press"));
    }
}
