package vn.sipas.io.source;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.sipas.core.survey.Question;

/** Makes codes of questions and options out of headings and labels. */
final class CodeNames {

    private static final Pattern FORM = Pattern.compile(Question.CODE_FORM);
    private static final int LONGEST_LABEL_CODE = 40;

    private final Set<String> taken = new HashSet<>();

    /** Whether a text can be a code as it is. */
    static boolean isCode(String text) {
        return FORM.matcher(text).matches();
    }

    /** The text itself if it is a code, or its brackets and slashes turned into points; else the replacement. */
    static String question(String text, String replacement) {
        String tidy = Headings.normal(text);
        if (isCode(tidy)) {
            return tidy;
        }
        String pointed = tidy.replace("][", ".")
                .replace('[', '.')
                .replace("]", "")
                .replace('/', '.')
                .replace('#', '.');
        return isCode(pointed) ? pointed : replacement;
    }

    /** A code for a label: the label itself if it is one, else its letters and digits. */
    static String option(String label) {
        String tidy = Headings.normal(label);
        if (isCode(tidy)) {
            return tidy;
        }
        String plain = Headings.plain(tidy).replace(' ', '-');
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < plain.length() && code.length() < LONGEST_LABEL_CODE; i++) {
            char c = plain.charAt(i);
            if ((Character.isLetterOrDigit(c) && !Character.isSurrogate(c)) || (c == '-' && !code.isEmpty())) {
                code.append(c);
            }
        }
        while (!code.isEmpty() && code.charAt(code.length() - 1) == '-') {
            code.setLength(code.length() - 1);
        }
        return code.isEmpty() ? "option" : code.toString();
    }

    /** The code, or the code with a number behind it if it was taken before. */
    String unique(String code) {
        String name = code;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String suffix = "-" + i;
            name = code.substring(0, Math.min(code.length(), 64 - suffix.length())) + suffix;
        }
        return name;
    }

    /** An id for a survey, from the name of a file. */
    static String survey(String fileName) {
        String name = fileName.replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1);
        int end = name.lastIndexOf('.');
        String plain = Headings.plain(end > 0 ? name.substring(0, end) : name).replace(' ', '-');
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < plain.length() && id.length() < 60; i++) {
            char c = plain.charAt(i);
            boolean fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == '-' && !id.isEmpty());
            if (fits) {
                id.append(c);
            }
        }
        return id.isEmpty() ? "imported" : id.toString();
    }
}
