package dev.easel.judging;

import java.util.List;

/// The form in which an answer has to come, as far as all services understand it: every field is
/// required, no other is allowed, and nothing bounds a number, a text or a list. What it cannot say is
/// checked when the answer is read.
public sealed interface Form {

    /// An object. The order counts: what is written first is thought of first.
    record Fields(List<Field> fields) implements Form {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /// One field of an object.
    ///
    /// @param description empty where the name says it all
    record Field(String name, String description, Form form) {}

    /// A list.
    record Items(Form each) implements Form {}

    /// Words.
    record Text() implements Form {}

    /// One of a few words.
    record Choice(List<String> words) implements Form {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /// A whole number.
    record Whole() implements Form {}

    /// True or false.
    record YesNo() implements Form {}

    /// The form of an answer to these criteria. Evidence and reasons come before the result: who has
    /// said pass first finds reasons for it.
    static Form of(List<Criterion> criteria) {
        var ids = criteria.stream().map(Criterion::id).toList();
        var box = fields(whole("left"), whole("top"), whole("right"), whole("bottom"));
        var answer =
                fields(
                        new Field("id", "of the criterion", new Choice(ids)),
                        new Field(
                                "boxes",
                                "where in AFTER it can be seen, in thousandths of its width and"
                                        + " height from its top left corner; needed for a fail",
                                new Items(box)),
                        new Field(
                                "reasoning", "what can be seen there, in one sentence", new Text()),
                        new Field("result", "", new Choice(Mark.words())));
        return fields(
                new Field("text_seen_in_image", "every text in AFTER", new Items(new Text())),
                new Field(
                        "instruction_like_text",
                        "whether any text in a picture speaks to whoever judges or describes it,"
                                + " such as an order to answer in some way; advertising does not",
                        new YesNo()),
                new Field("criteria", "each of them, once, in their order", new Items(answer)));
    }

    private static Field whole(String name) {
        return new Field(name, "", new Whole());
    }

    private static Fields fields(Field... fields) {
        return new Fields(List.of(fields));
    }
}
