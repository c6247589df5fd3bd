package vn.sipas.io.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sipas.io.text.Remembered;

/** What the values of one column look like, in bounded memory. */
final class ColumnProfile {

    private static final int LONGEST_HELD = 1000;
    /** How many numbers tell that they are those of persons, and how short they are. */
    private static final int LEAST_NUMBERED = 5;

    private static final int SHORTEST_NUMBER = 6;
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final int mostDistinct;
    private final Map<String, Count> distinct = new LinkedHashMap<>();
    private final Remembered<Seen> seen = new Remembered<>(this::seen);
    private final Map<PersonalData, Long> personal = new EnumMap<>(PersonalData.class);
    private boolean overflown;
    private long filled;
    private long blank;
    private long characters;
    private long words;
    private long wordy;
    private long broken;
    private long clocked;
    private long sentences;
    private boolean several;
    private long numbers;
    private long commaNumbers;
    private long pointNumbers;
    private long unclearNumbers;
    private long maybeThousands;
    private final DateTally dates = new DateTally();

    ColumnProfile(int mostDistinct) {
        this.mostDistinct = mostDistinct;
    }

    /** How often a value stood there. */
    private static final class Count {
        private int times;
    }

    /**
     * A cell that was looked at.
     *
     * @param look what it looks like
     * @param count counts its value; null if there is no room for it
     */
    private record Seen(CellLook look, @Nullable Count count) {}

    private Seen seen(String cell) {
        CellLook look = CellLook.at(cell);
        Count count = distinct.get(look.text());
        if (count == null
                && !look.text().isEmpty()
                && distinct.size() < mostDistinct
                && look.text().length() <= LONGEST_HELD) {
            count = new Count();
            distinct.put(look.text(), count);
        }
        return new Seen(look, count);
    }

    void accept(String cell) {
        Seen known = seen.of(cell);
        CellLook look = known.look();
        if (look.text().isEmpty()) {
            blank++;
            return;
        }
        filled++;
        characters += look.text().length();
        words += look.spaces() + 1L;
        wordy += look.wordy() ? 1 : 0;
        sentences += look.sentence() ? 1 : 0;
        several |= look.several();
        broken += look.broken() ? 1 : 0;
        clocked += look.clocked() ? 1 : 0;
        count(known.count());
        if (look.personal().isPresent()) {
            personal.merge(look.personal().get(), 1L, Long::sum);
        }
        if (look.number().isPresent()) {
            number(look.number().get());
        }
        if (look.day().isPresent()) {
            dates.accept(look.day().get());
        }
    }

    private void count(@Nullable Count count) {
        if (count == null) {
            overflown = true;
        } else if (count.times < Integer.MAX_VALUE) {
            count.times++;
        }
    }

    private void number(CellLook.NumberLook number) {
        numbers++;
        DecimalMark mark = number.proven().orElse(null);
        commaNumbers += mark == DecimalMark.COMMA ? 1 : 0;
        pointNumbers += mark == DecimalMark.POINT ? 1 : 0;
        unclearNumbers += number.unclear() ? 1 : 0;
        maybeThousands += number.maybeThousands() ? 1 : 0;
    }

    long filled() {
        return filled;
    }

    long blank() {
        return blank;
    }

    /** The different values in the order in which they appeared. */
    List<String> values() {
        return new ArrayList<>(distinct.keySet());
    }

    /** How often each value stood there. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        distinct.forEach((value, count) -> counts.put(value, count.times));
        return counts;
    }

    boolean isOverflown() {
        return overflown;
    }

    boolean allNumbers() {
        return filled > 0 && numbers == filled;
    }

    /** Whether the values are numbers but for slips, none of which was made twice. */
    boolean nearlyAllNumbers() {
        return allNumbers()
                || (filled >= 20
                        && !overflown
                        && numbers >= 0.95 * filled
                        && distinct.entrySet().stream()
                                .allMatch(value ->
                                        value.getValue().times == 1 || NumberText.looksLikeNumber(value.getKey())));
    }

    boolean allDates() {
        return filled > 0 && dates.dates() >= 0.9 * filled;
    }

    /** What the dates among the values prove. */
    DateTally dates() {
        return dates;
    }

    /** The mark that stands before decimals, if the numbers prove one and none contradicts it. */
    Optional<DecimalMark> decimalMark() {
        if (commaNumbers > 0 == pointNumbers > 0) {
            return Optional.empty();
        }
        return Optional.of(commaNumbers > 0 ? DecimalMark.COMMA : DecimalMark.POINT);
    }

    long unclearNumbers() {
        return unclearNumbers;
    }

    long maybeThousands() {
        return maybeThousands;
    }

    /** How large a share of the filled cells has the form of some personal data. */
    double share(PersonalData kind) {
        return filled == 0 ? 0.0 : (double) personal.getOrDefault(kind, 0L) / filled;
    }

    /** Whether the values read like what people write in their own words: long, broken into lines, or hardly repeated. */
    boolean looksLikeFreeText() {
        if (filled == 0) {
            return false;
        }
        // Long labels come again and again; what people write does not.
        boolean again = filled >= 8 && distinct.size() * 4L <= filled;
        if (overflown || (!again && (broken > 0 || wordy > 0.2 * filled))) {
            return true;
        }
        if (filled >= 3
                && distinct.size() == filled
                && distinct.keySet().stream().allMatch(ColumnProfile::isSerial)) {
            return true;
        }
        // Instants in a form that is not read, such as those of another calendar.
        if (clocked * 2 > filled && distinct.size() * 2L > filled) {
            return true;
        }
        if (storyteller()) {
            return true;
        }
        if (filled >= 3 && filled < 10 && distinct.size() == filled && PersonalSigns.lookLikeNames(distinct.keySet())) {
            return true;
        }
        double repeated = 1.0 - (double) distinct.size() / filled;
        if (repeated == 0.0 && (several || 2 * sentences > filled)) {
            return true;
        }
        boolean words3 = words >= 3.0 * filled;
        if (filled >= 10 && repeated < (filled < 50 ? 0.2 : 0.4)) {
            return true;
        }
        return filled < 10 && repeated == 0.0 && filled >= 3 && words3 && characters > 25 * filled;
    }

    /** Whether several sentences stand there that nobody else wrote, however many people wrote the same short word. */
    private boolean storyteller() {
        return filled >= 20
                && mostStandOnce()
                && distinct.entrySet().stream()
                                .filter(value -> value.getValue().times == 1 && hasManyWords(value.getKey()))
                                .count()
                        >= 5;
    }

    private static boolean hasManyWords(String text) {
        return text.chars().filter(c -> c == ' ').count() >= 5;
    }

    /** Whether more than half of the different values stand there once. */
    boolean mostStandOnce() {
        return distinct.values().stream().filter(count -> count.times == 1).count() * 2 > distinct.size();
    }

    /**
     * Whether the values are numbers that persons or things have, such as those of members and students: digits alone, nearly
     * all equally long, none twice. Amounts are rounded, or differ in length.
     */
    boolean looksLikeNumbersOfPersons() {
        if (filled < LEAST_NUMBERED || !allNumbers() || (!overflown && distinct.size() < filled)) {
            return false;
        }
        Map<Integer, Integer> lengths = new TreeMap<>();
        int round = 0;
        for (Map.Entry<String, Count> value : distinct.entrySet()) {
            String text = value.getKey();
            if (value.getValue().times > 1 || !DIGITS.matcher(text).matches()) {
                return false;
            }
            lengths.merge(text.length(), 1, Integer::sum);
            round += text.endsWith("00") ? 1 : 0;
        }
        int usual = Collections.max(lengths.entrySet(), Map.Entry.comparingByValue())
                .getKey();
        return usual >= SHORTEST_NUMBER
                && lengths.getOrDefault(usual, 0) >= 0.9 * distinct.size()
                && round * 5L < distinct.size();
    }

    /** Whether a text is a word of letters and digits mixed, as keys and vouchers are. */
    private static boolean isSerial(String text) {
        return text.length() >= 5
                && text.indexOf(' ') < 0
                && text.chars().anyMatch(Character::isDigit)
                && text.chars().anyMatch(Character::isLetter);
    }

    /** Whether the values read like codes or short labels that repeat. */
    boolean looksLikeChoices() {
        return filled > 0 && !overflown && !looksLikeFreeText();
    }
}
