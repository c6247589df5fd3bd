package vn.sipas.io.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an adapter knows about a column before any mapping: a proposal that looks at headings and conventions alone.
 *
 * @param heading the heading as written, by which a mapping finds the column again
 * @param occurrence 1 for the first column with that heading, 2 for the second, and so on
 * @param role what the column is for, if the convention says so; empty leaves it to the values
 * @param question the code of the question, not yet in the form of a code; empty for columns that hold none
 * @param option the code of the option, for columns that hold one option of a question with several
 * @param text what the citizen read, if the file says so; blank text says nothing
 * @param kind how the question is answered, if the convention says so
 * @param personal which personal data the column holds, if the convention says so
 * @param values how the tool writes codes and missing answers: cell text to code, with the codes of
 *     {@link vn.sipas.io.csv.MissingCode} for the ways of not answering, and {@code 1} and {@code 0} for a ticked and an
 *     unticked option
 * @param separator what stands between the options of a list in one cell, empty if cells hold no lists
 */
public record AnswerColumn(
        String heading,
        int occurrence,
        Optional<ColumnRole> role,
        String question,
        Optional<String> option,
        Optional<String> text,
        Optional<AnswerKind> kind,
        Optional<PersonalData> personal,
        Map<String, String> values,
        String separator) {

    public AnswerColumn {
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(option, "option");
        text = text.filter(words -> !words.isBlank());
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(personal, "personal");
        Objects.requireNonNull(separator, "separator");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        if (occurrence < 1) {
            throw new IllegalArgumentException("occurrence must be at least 1, was " + occurrence);
        }
    }

    /**
     * Starts the description of a column about which nothing is known but its heading.
     *
     * @param heading the heading as written
     * @param occurrence 1 for the first column with that heading
     * @return the column; its question is named by the heading
     */
    public static AnswerColumn of(String heading, int occurrence) {
        return new AnswerColumn(
                heading,
                occurrence,
                Optional.empty(),
                heading,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                "");
    }

    /**
     * Returns this column with a role.
     *
     * @param newRole what the column is for
     * @return the column
     */
    public AnswerColumn as(ColumnRole newRole) {
        return new AnswerColumn(
                heading, occurrence, Optional.of(newRole), question, option, text, kind, personal, values, separator);
    }

    /**
     * Returns this column as one that holds personal data.
     *
     * @param data which
     * @return the column
     */
    public AnswerColumn holding(PersonalData data) {
        return new AnswerColumn(
                heading, occurrence, role, question, option, text, kind, Optional.of(data), values, separator);
    }

    /**
     * Returns this column as the answer to a question.
     *
     * @param code the code of the question
     * @param words what the citizen read
     * @return the column
     */
    public AnswerColumn asking(String code, Optional<String> words) {
        return new AnswerColumn(heading, occurrence, role, code, option, words, kind, personal, values, separator);
    }

    /**
     * Returns this column as one option of a question with several.
     *
     * @param code the code of the option
     * @return the column, with role {@link ColumnRole#OPTION}
     */
    public AnswerColumn offering(String code) {
        return new AnswerColumn(
                heading,
                occurrence,
                Optional.of(ColumnRole.OPTION),
                question,
                Optional.of(code),
                text,
                Optional.of(AnswerKind.MULTIPLE_CHOICE),
                personal,
                values,
                separator);
    }

    /**
     * Returns this column as one of several that share a question, where its values decide whether it is an option that was
     * ticked or a row of a grid.
     *
     * @param name the name of the option or row
     * @return the column, without a role and a kind
     */
    public AnswerColumn partOf(String name) {
        return new AnswerColumn(
                heading,
                occurrence,
                Optional.empty(),
                question,
                Optional.of(name),
                text,
                Optional.empty(),
                personal,
                values,
                "");
    }

    /**
     * Returns this column with a kind of answer.
     *
     * @param newKind the kind
     * @return the column
     */
    public AnswerColumn answeredBy(AnswerKind newKind) {
        return new AnswerColumn(
                heading, occurrence, role, question, option, text, Optional.of(newKind), personal, values, separator);
    }

    /**
     * Returns this column with the tool's way of writing values.
     *
     * @param newValues cell text to code
     * @return the column
     */
    public AnswerColumn writing(Map<String, String> newValues) {
        return new AnswerColumn(
                heading, occurrence, role, question, option, text, kind, personal, newValues, separator);
    }

    /**
     * Returns this column as one whose cells may hold lists; the values tell whether they do.
     *
     * @param between what stands between two options, not empty
     * @return the column
     */
    public AnswerColumn mayList(String between) {
        return new AnswerColumn(heading, occurrence, role, question, option, text, kind, personal, values, between);
    }

    /**
     * Returns this column as one whose cells hold lists.
     *
     * @param between what stands between two options, not empty
     * @return the column
     */
    public AnswerColumn listing(String between) {
        return new AnswerColumn(
                heading,
                occurrence,
                role,
                question,
                option,
                text,
                Optional.of(AnswerKind.MULTIPLE_CHOICE),
                personal,
                values,
                between);
    }
}
