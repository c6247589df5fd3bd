package vn.sipas.io.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs of personal data: words in headings, forms of values. */
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

    private static final Pattern BROWSER = Pattern.compile("(?:Mozilla|Dalvik|okhttp|Opera)/\\d.*");
    private static final Pattern EMAIL_INSIDE = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}\\.[\\w.-]{2,63}");
    private static final Pattern NUMBER_INSIDE =
            Pattern.compile("(?<![\\d.,])(?:(?:\\+?84|0)[\\s.-]?\\d(?:[\\s.-]?\\d){8}|0\\d{11})(?![\\d])");
    private static final Pattern PHONE_FILLERS = Pattern.compile("[\\s.()-]");

    private static final Set<String> MEDIA_ENDINGS = Set.of(
            "jpg", "jpeg", "png", "gif", "bmp", "webp", "heic", "svg", "mp3", "m4a", "wav", "ogg", "amr", "aac", "3gp",
            "3gpp", "mp4", "mov", "webm", "avi", "mkv", "pdf");

    private static final Set<String> FAMILY_NAMES = Set.of(
            "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô",
            "dương", "lý", "đinh", "đào", "đoàn", "lương", "trịnh", "mai", "tạ", "thân", "giáp", "nông", "hà", "chu",
            "lưu", "vương", "trương", "cao", "tô", "lâm", "phùng", "quách", "thái", "tống", "từ");

    /** What is named, where a heading that ends in "name" names no person. */
    private static final Set<String> NAMED_THINGS = Set.of(
            "unit",
            "office",
            "agency",
            "department",
            "division",
            "company",
            "organization",
            "organisation",
            "school",
            "university",
            "hospital",
            "ward",
            "commune",
            "district",
            "province",
            "city",
            "country",
            "village",
            "region",
            "state",
            "survey",
            "form",
            "course",
            "class",
            "procedure",
            "service",
            "product",
            "brand",
            "file",
            "column",
            "field",
            "store",
            "shop",
            "branch",
            "hotel",
            "airline",
            "airport",
            "event",
            "team",
            "project",
            "question",
            "item",
            "category",
            "group",
            "site",
            "plan",
            "facility",
            "provider",
            "station",
            "center",
            "centre",
            "counter",
            "street",
            "area",
            "topic",
            "program",
            "programme");

    /** Words that name personal data when a heading begins with them, however long it goes on. */
    private static final List<Words> BEGINNINGS = List.of(
            new Words(PersonalData.NAME, List.of("ho va ten", "ho ten", "full name", "your name", "your full name")),
            new Words(PersonalData.PHONE, List.of("so dien thoai", "so dt", "sdt", "phone number", "mobile number")),
            new Words(PersonalData.EMAIL, List.of("dia chi email", "email address", "e mail address")),
            new Words(PersonalData.CITIZEN_ID, List.of("so cccd", "so cmnd", "so can cuoc", "so dinh danh")),
            new Words(PersonalData.BIRTH_DATE, List.of("ngay sinh", "ngay thang nam sinh", "date of birth")),
            new Words(PersonalData.ADDRESS, List.of("dia chi thuong tru", "dia chi nha", "dia chi lien he")));

    /** A question for nothing but personal data. */
    private static final Pattern ASKING = Pattern.compile(
            "(?:(?:what is|what s|whats|please enter|enter|may we have) your (?<en>.{2,40})|(?<vi>.{2,40}?)(?: cua (?:ban|ong ba|anh chi|quy vi))? la gi)");

    /** Words that name personal data when they stand alone or in a short heading. */
    private record Words(PersonalData kind, List<String> phrases) {}

    private static final List<Words> HEADINGS = List.of(
            new Words(PersonalData.EMAIL, List.of("email", "e mail", "thu dien tu", "mail")),
            new Words(
                    PersonalData.PHONE,
                    List.of(
                            "so dien thoai",
                            "dien thoai",
                            "sdt",
                            "so dt",
                            "phone",
                            "mobile",
                            "mobile phone",
                            "mobile number",
                            "telephone",
                            "tel",
                            "contact number",
                            "contact no",
                            "whatsapp",
                            "cellphone",
                            "cell phone",
                            "lien he",
                            "di dong",
                            "phonenumber",
                            "so zalo",
                            "dien thoai lien he",
                            "hotline")),
            new Words(
                    PersonalData.CITIZEN_ID,
                    List.of(
                            "cccd",
                            "cmnd",
                            "cmt",
                            "can cuoc",
                            "so dinh danh",
                            "chung minh nhan dan",
                            "chung minh thu",
                            "ho chieu",
                            "passport",
                            "citizen id",
                            "national id",
                            "id card",
                            "aadhar",
                            "aadhaar",
                            "social security",
                            "ssn",
                            "identity card",
                            "ma so thue",
                            "tax code")),
            new Words(PersonalData.IP_ADDRESS, List.of("ip", "ip address", "ipaddress", "ipaddr", "dia chi ip")),
            new Words(
                    PersonalData.DEVICE,
                    List.of(
                            "device",
                            "deviceid",
                            "device id",
                            "thiet bi",
                            "user agent",
                            "useragent",
                            "imei",
                            "browser",
                            "trinh duyet",
                            "refurl",
                            "url",
                            "referrer",
                            "simserial",
                            "sim serial",
                            "subscriberid")),
            new Words(
                    PersonalData.ACCOUNT,
                    List.of(
                            "token",
                            "username",
                            "user name",
                            "ten dang nhap",
                            "tai khoan",
                            "zalo id",
                            "facebook",
                            "zalo",
                            "account",
                            "user id",
                            "uid",
                            "formbricks id internal",
                            "contact id",
                            "member id",
                            "memberid",
                            "customer id",
                            "customerid",
                            "employee id",
                            "student id",
                            "ma khach hang",
                            "ma nhan vien",
                            "ma sinh vien",
                            "mssv",
                            "password",
                            "mat khau",
                            "roll number",
                            "roll no",
                            "student number",
                            "person id",
                            "recipient id",
                            "screen name",
                            "nickname",
                            "userid")),
            new Words(
                    PersonalData.BIRTH_DATE,
                    List.of(
                            "ngay sinh",
                            "nam sinh",
                            "birth",
                            "birthday",
                            "birthdate",
                            "year of birth",
                            "birth year",
                            "date of birth",
                            "dob",
                            "ngay thang nam sinh")),
            new Words(
                    PersonalData.LOCATION,
                    List.of(
                            "latitude",
                            "longitude",
                            "gps",
                            "toa do",
                            "vi do",
                            "kinh do",
                            "geopoint",
                            "lat",
                            "lng",
                            "lon")),
            new Words(
                    PersonalData.ADDRESS,
                    List.of(
                            "dia chi",
                            "address",
                            "noi o",
                            "noi cu tru",
                            "thuong tru",
                            "so nha",
                            "home address",
                            "zip code",
                            "postal code",
                            "postcode")),
            new Words(
                    PersonalData.MEDIA,
                    List.of(
                            "anh chan dung",
                            "chu ky",
                            "signature",
                            "photo",
                            "image",
                            "picture",
                            "selfie",
                            "avatar",
                            "hinh anh",
                            "tep dinh kem",
                            "attachment")),
            new Words(
                    PersonalData.NAME,
                    List.of(
                            "ho va ten",
                            "ho ten",
                            "hovaten",
                            "hoten",
                            "full name",
                            "fullname",
                            "your name",
                            "respondent name",
                            "chu ho",
                            "ten thanh vien",
                            "ten cua ban",
                            "ten anh chi",
                            "ten nguoi dan",
                            "ten nguoi tra loi",
                            "nguoi tra loi",
                            "reporter",
                            "enumerator",
                            "interviewer",
                            "inspector",
                            "nguoi phong van",
                            "dieu tra vien",
                            "khao sat vien",
                            "first name",
                            "last name",
                            "firstname",
                            "lastname",
                            "name",
                            "ten",
                            "ten ong ba",
                            "ten khach hang",
                            "ten cong dan",
                            "ten chu ho so",
                            "ten nguoi nop",
                            "ten can bo",
                            "ten nhan vien",
                            "ho ten nguoi dan")));

    /** Whose name it is, in headings such as {@code name_of_clerk}; names of places and things are none. */
    private static final Set<String> PERSONS = Set.of(
            "applicant",
            "child",
            "citizen",
            "clerk",
            "client",
            "contact",
            "customer",
            "employee",
            "enumerator",
            "farmer",
            "father",
            "head",
            "interviewee",
            "interviewer",
            "member",
            "mother",
            "officer",
            "parent",
            "patient",
            "person",
            "respondent",
            "staff",
            "user",
            "your");

    private static final List<String> OPEN_WORDS = List.of(
            "y kien",
            "phan anh",
            "could be better",
            "could we improve",
            "would you change",
            "like to add",
            "cam nghi",
            "ghi chu",
            "note",
            "notes",
            "remarks",
            "gop y",
            "ghi ro",
            "de xuat",
            "kien nghi",
            "vi sao",
            "tai sao",
            "ly do",
            "nhan xet",
            "chia se",
            "mong muon",
            "comment",
            "comments",
            "suggest",
            "suggestion",
            "suggestions",
            "please specify",
            "explain",
            "tell us",
            "describe",
            "feedback",
            "why",
            "anything",
            "free text");
    private static final Pattern OTHER = Pattern.compile(
            "others?(?: \\(.*)?|comments?|sonstiges|kommentar|autres?|commentaires?|otros?|otra|comentarios?|altro|commento|outros?"
                    + "|khác(?: \\(.*)?|ý kiến.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int MOST_WORDS = 7;

    private PersonalSigns() {}

    /** What a heading says its column holds; only short headings say it, because questions mention phones, too. */
    static Optional<PersonalData> ofHeading(String heading) {
        String path = Headings.unnumbered(heading);
        int last = Math.max(path.lastIndexOf('.'), Math.max(path.lastIndexOf('/'), path.lastIndexOf('-')));
        Optional<PersonalData> own = ofWords(path).or(() -> ofBeginning(path)).or(() -> ofQuestion(path));
        // The last part of the path of a question inside a group, a panel or a repeat.
        return own.isEmpty() && last > 0 && path.indexOf(' ') < 0 ? ofWords(path.substring(last + 1)) : own;
    }

    private static Optional<PersonalData> ofBeginning(String heading) {
        String plain = Headings.plain(heading) + " ";
        return heading.strip().endsWith("?")
                ? Optional.empty()
                : BEGINNINGS.stream()
                        .filter(sign -> sign.phrases().stream().anyMatch(phrase -> plain.startsWith(phrase + " ")))
                        .map(Words::kind)
                        .findFirst();
    }

    private static Optional<PersonalData> ofQuestion(String heading) {
        Matcher asking = ASKING.matcher(Headings.plain(heading));
        if (!asking.matches()) {
            return Optional.empty();
        }
        String asked = asking.group("en") == null ? asking.group("vi") : asking.group("en");
        return HEADINGS.stream()
                .filter(sign -> sign.phrases().contains(asked))
                .map(Words::kind)
                .findFirst();
    }

    /** Whether a heading ends in the word for names and does not say that they are those of things. */
    private static boolean namesPersons(List<String> words) {
        return words.size() > 1
                && words.get(words.size() - 1).equals("name")
                && words.stream().noneMatch(NAMED_THINGS::contains);
    }

    private static Optional<PersonalData> ofWords(String heading) {
        String plain = Headings.plain(heading);
        List<String> words = Arrays.asList(plain.split(" ", -1));
        if (words.size() > MOST_WORDS || heading.strip().endsWith("?")) {
            return Optional.empty();
        }
        if (words.contains("name") && words.stream().anyMatch(PERSONS::contains)) {
            return Optional.of(PersonalData.NAME);
        }
        for (Words sign : HEADINGS) {
            for (String phrase : sign.phrases()) {
                boolean alone = plain.equals(phrase);
                boolean inside = phrase.length() > 3 && (" " + plain + " ").contains(" " + phrase + " ");
                boolean vague = phrase.equals("name")
                        || phrase.equals("mobile")
                        || (phrase.equals("birth") && words.size() > 4);
                if (alone || (inside && !vague)) {
                    return Optional.of(sign.kind());
                }
            }
        }
        return namesPersons(words) ? Optional.of(PersonalData.NAME) : Optional.empty();
    }

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
        if (BROWSER.matcher(text).matches()) {
            return Optional.of(PersonalData.DEVICE);
        }
        if (text.startsWith("http") && UPLOAD.matcher(text).matches()) {
            return Optional.of(PersonalData.MEDIA);
        }
        return isName(text) ? Optional.of(PersonalData.NAME) : Optional.empty();
    }

    private static Optional<PersonalData> ofDigits(String text) {
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

    /** Whether a label of an option names the field for another answer, or for a comment. */
    static boolean isOther(String label) {
        return OTHER.matcher(label.strip()).matches();
    }

    /** Whether a question asks for the respondent's own words. */
    static boolean asksForWords(String question) {
        String plain = " " + Headings.plain(question) + " ";
        return OPEN_WORDS.stream().anyMatch(words -> plain.contains(" " + words + " "));
    }

    private static boolean isName(String text) {
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
