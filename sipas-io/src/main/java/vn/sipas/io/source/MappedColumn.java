package vn.sipas.io.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one column of a file becomes.
 *
 * @param heading the heading, compared without surrounding space and in Unicode normalisation form C
 * @param occurrence 1 for the first column with that heading, 2 for the second, and so on
 * @param role what the column is for
 * @param question the code of the question, needed for {@link ColumnRole#ANSWER} and {@link ColumnRole#OPTION}; the name of
 *     the band for {@link ColumnRole#GROUP}
 * @param option the code of the option, needed for {@link ColumnRole#OPTION}
 * @param kind how the question is answered; needed if there is no survey
 * @param scale the id of the scale, for ratings without a survey: {@code likert5}, {@code likert4}, {@code smiley3},
 *     {@code stars5} or {@code yesno}
 * @param text what the citizen read; only described, never matched
 * @param personal which personal data the column holds; such a column needs the host's consent in
 *     {@link PrivacyPolicy} whatever its role
 * @param values cell text to code, in the order of the options; {@code #NA}, {@code #DK}, {@code #RF} and the empty code
 *     stand for the ways of not answering, {@code 1} and {@code 0} for a ticked and an unticked option
 * @param separator what stands between the options of a list in one cell, empty if cells hold no lists
 * @param decimalMark which character stands before decimals in this column, if it differs from the rest of the file
 */
public record MappedColumn(
        String heading,
        int occurrence,
        ColumnRole role,
        Optional<String> question,
        Optional<String> option,
        Optional<AnswerKind> kind,
        Optional<String> scale,
        Optional<String> text,
        Optional<PersonalData> personal,
        Map<String, String> values,
        String separator,
        Optional<DecimalMark> decimalMark) {

    public MappedColumn {
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(option, "option");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(personal, "personal");
        Objects.requireNonNull(separator, "separator");
        Objects.requireNonNull(decimalMark, "decimalMark");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        if (occurrence < 1) {
            throw new IllegalArgumentException("occurrence must be at least 1, was " + occurrence);
        }
        if ((role.isAnswer() || role == ColumnRole.GROUP) && question.isEmpty()) {
            throw new IllegalArgumentException("question must be there for a column of role " + role.id());
        }
        if (role == ColumnRole.OPTION && option.isEmpty()) {
            throw new IllegalArgumentException("option must be there for a column of role option");
        }
    }

    /**
     * Makes a column that is neither an answer nor a band.
     *
     * @param heading the heading
     * @param occurrence 1 for the first column with that heading
     * @param role what the column is for
     * @return the column
     * @throws IllegalArgumentException if the role needs a question, an option or the name of a band, see {@link
     *     #answer} and {@link #with}
     */
    public static MappedColumn of(String heading, int occurrence, ColumnRole role) {
        return new MappedColumn(
                heading,
                occurrence,
                role,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                "",
                Optional.empty());
    }

    /**
     * Makes a column with the answers to a question of the survey that is given to the import. Without such a survey, add
     * {@link #answeredBy}.
     *
     * @param heading the heading, the first of that name
     * @param question the code of the question
     * @return the column; its cells hold codes
     */
    public static MappedColumn answer(String heading, String question) {
        return of(heading, 1, ColumnRole.UNMAPPED).with(ColumnRole.ANSWER, question);
    }

    /**
     * Returns this column with another role and a question or band.
     *
     * @param newRole the role
     * @param code the code of the question, or the name of the band
     * @return the column
     */
    public MappedColumn with(ColumnRole newRole, String code) {
        return new MappedColumn(
                heading,
                occurrence,
                newRole,
                Optional.of(code),
                option,
                kind,
                scale,
                text,
                personal,
                values,
                separator,
                decimalMark);
    }

    /**
     * Returns this column with another kind of answer.
     *
     * @param newKind the kind
     * @param newScale the id of the scale, for ratings
     * @param newValues cell text to code
     * @return the column
     */
    public MappedColumn answeredBy(AnswerKind newKind, Optional<String> newScale, Map<String, String> newValues) {
        return new MappedColumn(
                heading,
                occurrence,
                role,
                question,
                option,
                Optional.of(newKind),
                newScale,
                text,
                personal,
                newValues,
                separator,
                decimalMark);
    }

    /**
     * Returns this column as an answer in the respondent's own words, which only passes if the host opts in.
     *
     * @param data which personal data the words are
     * @return the column
     */
    public MappedColumn asOpenText(PersonalData data) {
        return new MappedColumn(
                heading,
                occurrence,
                role,
                question,
                option,
                Optional.of(AnswerKind.OPEN_TEXT),
                Optional.empty(),
                text,
                Optional.of(data),
                values,
                "",
                Optional.empty());
    }

    /**
     * Returns this column as one whose cells hold lists of options.
     *
     * @param between what stands between two options, not empty
     * @param newValues text of an option to its code
     * @return the column
     */
    public MappedColumn asList(String between, Map<String, String> newValues) {
        return new MappedColumn(
                heading,
                occurrence,
                role,
                question,
                option,
                Optional.of(AnswerKind.MULTIPLE_CHOICE),
                Optional.empty(),
                text,
                personal,
                newValues,
                between,
                Optional.empty());
    }

    /**
     * Returns this column with a decimal mark of its own.
     *
     * @param mark the mark
     * @return the column
     */
    public MappedColumn withDecimalMark(DecimalMark mark) {
        return new MappedColumn(
                heading,
                occurrence,
                role,
                question,
                option,
                kind,
                scale,
                text,
                personal,
                values,
                separator,
                Optional.of(mark));
    }
}
