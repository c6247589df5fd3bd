package vn.sipas.io.csv;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns one block of records into rows of small numbers. Each task has its own. */
final class BlockParser {

    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]{1,3})?|\\.[0-9]+");

    private final SelectedColumns columns;
    private final CsvTokens tokens;

    BlockParser(SelectedColumns columns, CsvFormat format) {
        this.columns = columns;
        this.tokens = new CsvTokens(format);
    }

    ParsedBlock parse(CsvBlock block) {
        ParsedBlock parsed = new ParsedBlock(block, columns);
        if (block.oversized()) {
            parsed.read++;
            parsed.problem(CsvProblem.RECORD_TOO_LONG, 0, 1, 0);
            parsed.lines = 1;
            return parsed;
        }
        byte[] bytes = block.bytes();
        int position = block.from();
        int limit = block.limit();
        while (position < limit) {
            tokens.read(bytes, position, limit, true);
            if (tokens.count() > 0 || tokens.defect() != null) {
                parsed.read++;
                row(parsed, bytes);
            }
            parsed.lines += tokens.lines();
            position = tokens.next();
        }
        return parsed;
    }

    private void row(ParsedBlock parsed, byte[] bytes) {
        int line = parsed.lines;
        CsvProblem defect = tokens.defect();
        if (defect != null) {
            parsed.problem(defect, line, tokens.defectColumn(), 0);
            return;
        }
        if (tokens.isEmptyBehind(columns.headerFields)) {
            parsed.problem(CsvProblem.SURPLUS_EMPTY, line, columns.headerFields + 1, tokens.count());
        } else if (tokens.count() != columns.headerFields) {
            parsed.problem(
                    CsvProblem.FIELD_COUNT, line, Math.min(tokens.count(), columns.headerFields), tokens.count());
            return;
        }
        parsed.ensureRoomForRow();
        int row = parsed.rows;
        if (columns.weight >= 0) {
            double weight = number(bytes, columns.weight);
            if (!(weight >= 0.0) || Double.isInfinite(weight)) {
                parsed.problem(RatingRowProblem.BAD_WEIGHT, line, columns.weight + 1, 0);
                return;
            }
            parsed.weights[row] = weight;
        }
        if (columns.population >= 0) {
            double population = number(bytes, columns.population);
            if (!(population > 0.0) || Double.isInfinite(population)) {
                parsed.problem(RatingRowProblem.BAD_POPULATION, line, columns.population + 1, 0);
                return;
            }
            parsed.populations[row] = population;
        }
        if (columns.id >= 0) {
            parsed.idStarts[row] = tokens.start(columns.id);
            parsed.idEnds[row] = tokens.end(columns.id);
            if (parsed.idStarts[row] == parsed.idEnds[row]) {
                parsed.problem(RatingRowProblem.NO_ID, line, columns.id + 1, 0);
                return;
            }
        }
        label(parsed.groups, row, columns.group);
        label(parsed.strata, row, columns.stratum);
        label(parsed.psus, row, columns.psu);
        parsed.rowChanged[row] = answers(parsed, bytes, line);
        parsed.rowLines[row] = line;
        parsed.rows++;
    }

    /** Stores the answers of a row and tells whether one of them was tidied or left out. */
    private boolean answers(ParsedBlock parsed, byte[] bytes, int line) {
        int[] fields = columns.items;
        LevelCodes[] codes = columns.codes;
        byte[] positions = parsed.positions;
        int base = parsed.rows * fields.length;
        boolean changed = false;
        for (int item = 0; item < fields.length; item++) {
            int field = fields[item];
            int start = tokens.start(field);
            int end = tokens.end(field);
            int found = end - start == 1 ? codes[item].findSingle(bytes[start]) : LevelCodes.NONE;
            if (found != LevelCodes.NONE) {
                positions[base + item] = (byte) found;
                continue;
            }
            found = codes[item].find(bytes, start, end);
            if (found >= LevelCodes.TIDIED - 8) {
                found -= LevelCodes.TIDIED;
                changed = true;
            } else if (found == LevelCodes.NONE) {
                found = RatingBatch.UNUSABLE;
                changed = true;
                parsed.problem(RatingRowProblem.OUTSIDE_SCALE, line, field + 1, item);
            }
            positions[base + item] = (byte) found;
        }
        return changed;
    }

    private void label(LocalLabels labels, int row, int field) {
        if (field >= 0) {
            labels.add(row, tokens.start(field), tokens.end(field), tokens.hasDoubledQuotes(field));
        }
    }

    /** A decimal; NaN if the field holds anything else. Short plain ones take an exact short way. */
    private double number(byte[] bytes, int field) {
        int start = tokens.start(field);
        int end = tokens.end(field);
        long digits = 0;
        int decimals = -1;
        boolean plain = end > start && end - start <= 15;
        for (int i = start; i < end && plain; i++) {
            byte character = bytes[i];
            if (character >= '0' && character <= '9') {
                digits = 10 * digits + (character - '0');
                decimals += decimals < 0 ? 0 : 1;
            } else {
                plain = character == '.' && decimals < 0 && i > start;
                decimals = 0;
            }
        }
        if (plain) {
            // Both are exact below 2^53 and 10^15, so that one division rounds correctly.
            return decimals > 0 ? digits / POWERS_OF_TEN[decimals] : digits;
        }
        Optional<String> text = end - start > 64
                ? Optional.empty()
                : Optional.of(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1).strip());
        return text.filter(value -> DECIMAL.matcher(value).matches())
                .map(Double::parseDouble)
                .orElse(Double.NaN);
    }
}
