package vn.sipas.io.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.sipas.core.Language;

/** Tells the language of headings and labels, where it is Vietnamese or English. */
final class HeadingLanguage {

    private static final String VIETNAMESE_LETTERS = "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ";
    private static final Set<String> ENGLISH = Set.of(
            "the",
            "of",
            "and",
            "what",
            "how",
            "your",
            "you",
            "are",
            "with",
            "satisfied",
            "timestamp",
            "which",
            "please",
            "yes",
            "rate",
            "gender");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private HeadingLanguage() {}

    /** Whether a text is in Vietnamese by its letters, or names a day by a Vietnamese word whose letters other languages have, too. */
    static boolean isVietnamese(String text) {
        String plain = Headings.plain(text);
        return hasVietnameseLetters(Headings.folded(text))
                || plain.equals("ngay")
                || plain.startsWith("ngay ")
                || plain.startsWith("thoi gian")
                || plain.startsWith("thoi diem");
    }

    private static boolean hasVietnameseLetters(String folded) {
        return folded.chars().anyMatch(c -> VIETNAMESE_LETTERS.indexOf(c) >= 0);
    }

    static Optional<Language> of(List<List<String>> rows) {
        int vietnamese = 0;
        int english = 0;
        for (List<String> row : rows.subList(0, Math.min(rows.size(), 5))) {
            for (String cell : row) {
                String text = Headings.folded(cell);
                if (hasVietnameseLetters(text)) {
                    vietnamese++;
                } else {
                    for (String word : NO_LETTERS.split(text, 40)) {
                        if (ENGLISH.contains(word)) {
                            english++;
                            break;
                        }
                    }
                }
            }
        }
        if (vietnamese == 0 && english == 0) {
            return Optional.empty();
        }
        return Optional.of(vietnamese >= english ? Language.VI : Language.EN);
    }
}
