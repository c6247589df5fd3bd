package vn.sipas.io.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.sipas.core.LocalizedText;

/** Kinds of data that identify a person or help to. */
public enum PersonalData {
    /** Names of persons. */
    NAME("họ tên", "name"),
    /** Telephone numbers. */
    PHONE("số điện thoại", "phone number"),
    /** E-mail addresses. */
    EMAIL("thư điện tử", "e-mail address"),
    /** Citizen ids (số định danh cá nhân, căn cước), identity cards, passports. */
    CITIZEN_ID("số định danh cá nhân", "citizen id"),
    /** Network addresses. */
    IP_ADDRESS("địa chỉ IP", "network address"),
    /** Devices, browsers, SIM cards, links that brought the respondent. */
    DEVICE("thiết bị", "device"),
    /** Accounts and personal access codes: tokens, user names, Zalo ids. */
    ACCOUNT("tài khoản", "account"),
    /** Home addresses. */
    ADDRESS("địa chỉ nhà", "home address"),
    /** Points on the map. */
    LOCATION("vị trí", "location"),
    /** Days of birth. */
    BIRTH_DATE("ngày sinh", "birth date"),
    /** Photographs, signatures, recordings, attached files. */
    MEDIA("ảnh, tệp đính kèm", "picture or attached file"),
    /** The respondent's own words, which may say anything. */
    FREE_TEXT("ý kiến tự ghi", "free text"),
    /** The time of day; the day alone is kept. */
    EXACT_TIME("thời điểm chính xác", "exact time");

    private final LocalizedText label;

    PersonalData(String vi, String en) {
        this.label = LocalizedText.of(vi, en);
    }

    /**
     * Returns how reports name it.
     *
     * @return the label
     */
    public LocalizedText label() {
        return label;
    }

    /**
     * Returns the name that command lines and mapping files use.
     *
     * @return lower-case words joined by hyphens
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Finds a kind by its name.
     *
     * @param id the name
     * @return the kind, if there is one
     */
    public static Optional<PersonalData> ofId(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
