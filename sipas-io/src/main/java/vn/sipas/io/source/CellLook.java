package vn.sipas.io.source;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one cell looks like, found once for each value of a column.
 *
 * @param text the value as it is compared
 * @param spaces how many spaces it has
 * @param wordy whether it is long or has many words
 * @param sentence whether it ends like a sentence
 * @param several whether it holds several sentences
 * @param broken whether it is broken into lines
 * @param clocked whether it holds a time of day to the second
 * @param personal which personal data it has the form of
 * @param number what it says as a number, if it looks like one
 * @param day what it says as a day, if it looks like one
 */
record CellLook(
        String text,
        int spaces,
        boolean wordy,
        boolean sentence,
        boolean several,
        boolean broken,
        boolean clocked,
        Optional<PersonalData> personal,
        Optional<NumberLook> number,
        Optional<DateText.Parts> day) {

    /**
     * What a number says about its decimal mark.
     *
     * @param proven the mark that it proves alone
     * @param unclear whether its comma may group thousands or not
     * @param maybeThousands whether its point may group thousands or not
     */
    record NumberLook(Optional<DecimalMark> proven, boolean unclear, boolean maybeThousands) {}

    private static final Pattern SEVERAL_SENTENCES = Pattern.compile("\\p{L}{2,}[.!?…] +\\p{Lu}");
    private static final int SHORTEST_INSTANT = 12;
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}[:.]\\d{2}[:.]\\d{2}");

    private static final CellLook BLANK = new CellLook(
            "", 0, false, false, false, false, false, Optional.empty(), Optional.empty(), Optional.empty());

    static CellLook at(String cell) {
        String text = Headings.normal(cell);
        if (text.isEmpty()) {
            return BLANK;
        }
        int spaces = 0;
        for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
            spaces++;
        }
        char first = text.charAt(0);
        boolean numeric = Character.isDigit(first) || first == '-' || first == '+';
        return new CellLook(
                text,
                spaces,
                spaces >= 12 || text.length() > 100,
                spaces >= 5 && ".!?…".indexOf(text.charAt(text.length() - 1)) >= 0,
                spaces >= 2 && SEVERAL_SENTENCES.matcher(text).find(),
                cell.strip().indexOf('\n') >= 0,
                text.length() >= SHORTEST_INSTANT && CLOCK.matcher(text).find(),
                PersonalSigns.ofValue(text),
                numeric ? number(text) : Optional.empty(),
                DateText.parts(text));
    }

    private static Optional<NumberLook> number(String text) {
        return NumberText.looksLikeNumber(text)
                ? Optional.of(new NumberLook(
                        Optional.ofNullable(NumberText.proves(text)),
                        NumberText.isUnclear(text),
                        NumberText.maybeThousands(text)))
                : Optional.empty();
    }
}
