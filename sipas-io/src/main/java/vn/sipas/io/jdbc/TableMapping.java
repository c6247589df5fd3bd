package vn.sipas.io.jdbc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import vn.sipas.io.csv.ResponseLayout;

/**
 * What the columns of a host's table mean. Columns that are not named are not read at all, so that names, phone numbers and
 * addresses stay where they are.
 *
 * <p>The meanings are the headings of {@link vn.sipas.io.csv.ResponseCsvReader}: {@code id}, {@code unit}, {@code wave},
 * {@code day}, {@code service_point}, {@code mode}, {@code weight}, {@code stratum}, {@code psu}, {@code procedure}, {@code
 * field}, {@code group.} and the name of a band; in a wide table the code of a question, in a long one "question" and
 * "answer". Needed are id, unit and wave, from a column or the same for all rows.
 *
 * <pre>{@code
 * // one row per submission and question, with the texts that people read
 * TableMapping.longRows()
 *         .column("submission_uuid", "id")
 *         .column("don_vi_id", "unit")
 *         .column("cau_hoi", "question")
 *         .column("tra_loi", "answer")
 *         .column("thoi_gian", "day")
 *         .always("wave", "2024-10")
 *         .question("Thái độ của công chức", "4")
 *         .answer("4", "lịch sự, thân thiện", "3");
 * }</pre>
 *
 * @param layout one row a response, or one row an answer
 * @param columns the meaning by the name of the column
 * @param constants the value by meaning, for what is the same in all rows
 * @param questions the code of the question by the text in a long table, where that is not the code
 * @param answers by question code, the answer as a response table writes it by the text in the host's table
 */
public record TableMapping(
        ResponseLayout layout,
        Map<String, String> columns,
        Map<String, String> constants,
        Map<String, String> questions,
        Map<String, Map<String, String>> answers) {

    public TableMapping {
        Objects.requireNonNull(layout, "layout");
        columns = copy(columns);
        constants = copy(constants);
        questions = copy(questions);
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        answers.forEach((question, texts) -> all.put(question, copy(texts)));
        answers = Collections.unmodifiableMap(all);
    }

    /**
     * Starts the mapping of a table with one row a response.
     *
     * @return a mapping that names no column yet
     */
    public static TableMapping wide() {
        return new TableMapping(ResponseLayout.WIDE, Map.of(), Map.of(), Map.of(), Map.of());
    }

    /**
     * Starts the mapping of a table with one row an answer.
     *
     * @return a mapping that names no column yet
     */
    public static TableMapping longRows() {
        return new TableMapping(ResponseLayout.LONG, Map.of(), Map.of(), Map.of(), Map.of());
    }

    /**
     * Says what a column means.
     *
     * @param name the name of the column; looked up exactly, then without regard to case
     * @param meaning the heading it stands for
     * @return the mapping
     */
    public TableMapping column(String name, String meaning) {
        return new TableMapping(layout, with(columns, name, meaning), constants, questions, answers);
    }

    /**
     * Says what is the same in all rows.
     *
     * @param meaning the heading
     * @param value the value
     * @return the mapping
     */
    public TableMapping always(String meaning, String value) {
        return new TableMapping(layout, columns, with(constants, meaning, value), questions, answers);
    }

    /**
     * Says which question a text of a long table stands for.
     *
     * @param text the text in the table; compared in Unicode normalisation form C without surrounding space
     * @param code the code of the question
     * @return the mapping
     */
    public TableMapping question(String text, String code) {
        return new TableMapping(layout, columns, constants, with(questions, text, code), answers);
    }

    /**
     * Says which answer a text stands for. Texts that are not named are taken as they are.
     *
     * @param question the code of the question
     * @param text the text in the table; compared in Unicode normalisation form C without surrounding space
     * @param answer the code of the level or option, or a code for a missing answer
     * @return the mapping
     */
    public TableMapping answer(String question, String text, String answer) {
        Map<String, Map<String, String>> more = new LinkedHashMap<>(answers);
        more.put(question, with(answers.getOrDefault(question, Map.of()), text, answer));
        return new TableMapping(layout, columns, constants, questions, more);
    }

    private static Map<String, String> copy(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(Objects.requireNonNull(key), Objects.requireNonNull(value));
        return more;
    }
}
