package dev.easel.reliability;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// One aspect of a series: what is usual of it, and how it is.
///
/// @param norm absent while too little is known
/// @param learnedAt when it was last looked for
/// @param over incidents of the last days that say nothing about what is usual
public record Condition(@Nullable Norm norm, Instant learnedAt, Phase phase, List<Incident> over) {

    public Condition {
        over = List.copyOf(over);
    }

    static Condition unknown() {
        return new Condition(null, Instant.EPOCH, new Phase.Steady(List.of()), List.of());
    }

    Condition with(Phase next) {
        return new Condition(norm, learnedAt, next, over);
    }

    /// What is usual is looked for anew. Incidents that ended before `from` are forgotten.
    ///
    /// @param hours from `from` on
    Condition learn(Incident.Aspect aspect, List<Rollup> hours, Instant from, Instant at) {
        var recent = over.stream().filter(incident -> !end(incident).isBefore(from)).toList();
        var healthy =
                hours.stream()
                        .filter(hour ->
                                recent.stream().noneMatch(incident -> hit(incident, hour.hour())))
                        .toList();
        return new Condition(Norm.of(aspect, healthy).orElse(null), at, phase, recent);
    }

    private static boolean hit(Incident incident, Instant hour) {
        return incident.began().isBefore(hour.plus(Rollup.LENGTH)) && !end(incident).isBefore(hour);
    }

    private static Instant end(Incident incident) {
        return Objects.requireNonNull(incident.ended(), "it is over");
    }

    /// The incident is over, and what was usual before is usual again.
    Condition heal(Incident incident) {
        var incidents = new ArrayList<>(over);
        incidents.add(incident);
        return new Condition(norm, learnedAt, new Phase.Steady(List.of()), incidents);
    }

    /// The incident is what is usual now: it is learned anew at once, and of the incident itself.
    Condition settle() {
        return new Condition(null, Instant.EPOCH, new Phase.Steady(List.of()), over);
    }
}
