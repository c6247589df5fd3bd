package vn.sipas.io.source;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Signs of personal data in the forms of values. */
final class PersonalSigns {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;]{1,64}@[^@\\s,;]{1,190}\\.[A-Za-z]{2,24}");
    private static final Pattern MOBILE = Pattern.compile("(?:\\+?84|0)[35789]\\d{8}");
    private static final Pattern LANDLINE = Pattern.compile("(?:\\+?84|0)2\\d{8,9}");
    private static final Pattern FOREIGN_PHONE = Pattern.compile("\\+[1-9]\\d{7,14}");
    private static final Pattern GROUPED_PHONE = Pattern.compile("\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}");
    private static final Pattern UPLOAD = Pattern.compile("https?://(?:drive|docs)\\.google\\.com/\\S+");
    private static final Pattern CITIZEN_ID = Pattern.compile("0\\d{11}");
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    private static final Pattern IPV6 = Pattern.compile("(?:[0-9a-fA-F]{0,4}:){3,7}[0-9a-fA-F]{0,4}");
    private static final Pattern POINT =
            Pattern.compile("-?\\d{1,3}\\.\\d{3,}[,;\\s]\\s*-?\\d{1,3}\\.\\d{3,}(?:\\s+-?[\\d.]+){0,2}");
    /** Points one behind the other, as forms write lines and areas. */
    private static final Pattern TRACE =
            Pattern.compile("(?:-?\\d{1,3}\\.\\d+ -?\\d{1,3}\\.\\d+(?: -?[\\d.]+){0,2};\\s*){2}");

    /** An IPv4 address of one-digit numbers; that of IPv6 can be shorter. */
    private static final int SHORTEST_OF_DIGITS = 7;

    private static final Pattern BROWSER = Pattern.compile("(?:Mozilla|Dalvik|okhttp|Opera)/\\d.*");
    private static final Pattern EMAIL_INSIDE = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}\\.[\\w.-]{2,63}");
    private static final Pattern NUMBER_INSIDE =
            Pattern.compile("(?<![\\d.,])(?:(?:\\+?84|0)[\\s.-]?\\d(?:[\\s.-]?\\d){8}|0\\d{11})(?![\\d])");
    private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}[\\p{L}'’.-]*");
    private static final Pattern PHONE_FILLERS = Pattern.compile("[\\s.()-]");

    private static final Set<String> MEDIA_ENDINGS = Set.of(
            "jpg", "jpeg", "png", "gif", "bmp", "webp", "heic", "svg", "mp3", "m4a", "wav", "ogg", "amr", "aac", "3gp",
            "3gpp", "mp4", "mov", "webm", "avi", "mkv", "pdf");

    private static final Set<String> FAMILY_NAMES = Set.of(
            "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô",
            "dương", "lý", "đinh", "đào", "đoàn", "lương", "trịnh", "mai", "tạ", "thân", "giáp", "nông", "hà", "chu",
            "lưu", "vương", "trương", "cao", "tô", "lâm", "phùng", "quách", "thái", "tống", "từ", "giàng", "lò", "sùng",
            "thào", "vàng", "triệu", "đàm", "lục", "hứa", "kiều", "mạc", "nghiêm", "tăng", "thạch", "ksor", "siu",
            "nguyen", "tran", "pham", "hoang", "huynh", "dang", "bui", "ngo", "duong", "dinh", "trinh", "truong",
            "luong");

    private PersonalSigns() {}

    /** Whether a text is a picture or another file written as a data URL. */
    static boolean isEncodedFile(String text) {
        return text.startsWith("data:") && text.indexOf(";base64,") > 0;
    }

    /** Whether a text is the name of a picture, recording or document that was handed in. */
    private static boolean isFileName(String text) {
        int dot = text.lastIndexOf('.');
        int behind = text.length() - dot - 1;
        return dot > 0
                && behind >= 3
                && behind <= 4
                && MEDIA_ENDINGS.contains(text.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** What the form of a value says it is. */
    static Optional<PersonalData> ofValue(String text) {
        if (isEncodedFile(text) || isFileName(text)) {
            return Optional.of(PersonalData.MEDIA);
        }
        if (text.indexOf(';') > 0 && TRACE.matcher(text).lookingAt()) {
            return Optional.of(PersonalData.LOCATION);
        }
        if (text.length() > 300) {
            return Optional.empty();
        }
        if (text.indexOf('@') > 0 && EMAIL.matcher(text).matches()) {
            return Optional.of(PersonalData.EMAIL);
        }
        char first = text.charAt(0);
        if (Character.isDigit(first) || first == '+' || first == '(' || first == '-') {
            return ofDigits(text);
        }
        if (text.indexOf(':') >= 0 && IPV6.matcher(text).matches()) {
            return Optional.of(PersonalData.IP_ADDRESS);
        }
        if (text.indexOf('/') > 0 && BROWSER.matcher(text).matches()) {
            return Optional.of(PersonalData.DEVICE);
        }
        if (text.startsWith("http") && UPLOAD.matcher(text).matches()) {
            return Optional.of(PersonalData.MEDIA);
        }
        return isName(text) ? Optional.of(PersonalData.NAME) : Optional.empty();
    }

    private static Optional<PersonalData> ofDigits(String text) {
        if (text.length() < SHORTEST_OF_DIGITS && text.indexOf(':') < 0) {
            return Optional.empty();
        }
        if (CITIZEN_ID.matcher(text).matches()) {
            return Optional.of(PersonalData.CITIZEN_ID);
        }
        String digits = text.length() > 24 ? text : PHONE_FILLERS.matcher(text).replaceAll("");
        if (MOBILE.matcher(digits).matches()
                || LANDLINE.matcher(digits).matches()
                || FOREIGN_PHONE.matcher(digits).matches()
                || GROUPED_PHONE.matcher(text).matches()) {
            return Optional.of(PersonalData.PHONE);
        }
        if (IPV4.matcher(text).matches()
                || (text.indexOf(':') >= 0 && IPV6.matcher(text).matches())) {
            return Optional.of(PersonalData.IP_ADDRESS);
        }
        return POINT.matcher(text).matches() ? Optional.of(PersonalData.LOCATION) : Optional.empty();
    }

    /** Whether a text mentions a phone number, an e-mail address or a citizen id among other words. */
    static boolean standsInside(String text) {
        return text.length() >= 6
                && (EMAIL_INSIDE.matcher(text).find()
                        || NUMBER_INSIDE.matcher(text).find());
    }

    /**
     * Whether a few texts read like the names of persons: two words or more, all of them with a capital, no word in two of
     * them. Labels of one scale share words, and have no capital within.
     */
    static boolean lookLikeNames(Collection<String> texts) {
        Set<String> seen = new HashSet<>();
        for (String text : texts) {
            List<String> words = List.of(text.split(" ", -1));
            if (words.size() < 2
                    || words.size() > 5
                    || !words.stream()
                            .allMatch(word -> CAPITALISED.matcher(word).matches())
                    || !words.stream().map(Headings::folded).allMatch(seen::add)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(String text) {
        if (text.indexOf(' ') < 0) {
            return false;
        }
        String[] words = text.split(" ", -1);
        if (words.length < 2 || words.length > 6 || !FAMILY_NAMES.contains(Headings.folded(words[0]))) {
            return false;
        }
        for (String word : words) {
            if (word.isEmpty()
                    || !Character.isUpperCase(word.codePointAt(0))
                    || !word.chars().allMatch(Character::isLetter)) {
                return false;
            }
        }
        return true;
    }
}
