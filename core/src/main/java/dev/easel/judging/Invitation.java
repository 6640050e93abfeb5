package dev.easel.judging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// A judge outside of this program whom a deployment has on its panels.
///
/// @param judge which seat it takes
/// @param service whom to ask: `sentinel`, or the name of a chat service
/// @param model which of its models; empty at the evaluation service
public record Invitation(Judge judge, String service, String model) {

    private static final String SENTINEL = "sentinel";

    private static final List<Judge> VIEWERS =
            List.of(Judge.FIRST_VIEWER, Judge.SECOND_VIEWER, Judge.THIRD_VIEWER);

    /// Reads a list such as `sentinel,bedrock:a-model,gemini:another`: the evaluation service at most
    /// once, and at most three others, who take their seats in this order. No two may be the same model:
    /// two copies of one judge have one opinion. Throws [IllegalArgumentException] for anything else.
    public static List<Invitation> parse(String list) {
        var invitations = new ArrayList<Invitation>();
        var seen = new HashSet<String>();
        int viewers = 0;
        for (var entry : Stream.of(list.split(",")).map(String::strip).toList()) {
            if (entry.isEmpty()) {
                continue;
            }
            if (!seen.add(entry)) {
                throw new IllegalArgumentException(entry + " is named twice");
            }
            int colon = entry.indexOf(':');
            if (entry.equals(SENTINEL)) {
                invitations.add(new Invitation(Judge.SENTINEL, SENTINEL, ""));
            } else if (colon > 0 && colon < entry.length() - 1 && viewers < VIEWERS.size()) {
                invitations.add(
                        new Invitation(
                                VIEWERS.get(viewers++),
                                entry.substring(0, colon),
                                entry.substring(colon + 1)));
            } else {
                throw new IllegalArgumentException(
                        "not `sentinel` or one of at most three `service:model`: " + entry);
            }
        }
        return List.copyOf(invitations);
    }

    /// Their seats.
    public static List<Judge> judges(List<Invitation> invitations) {
        return invitations.stream().map(Invitation::judge).toList();
    }
}
