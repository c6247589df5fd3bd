package vn.sipas.io.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What headings say of personal data in their columns. */
final class PersonalHeadings {

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

    private static final int MOST_WORDS = 7;

    private PersonalHeadings() {}

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
}
