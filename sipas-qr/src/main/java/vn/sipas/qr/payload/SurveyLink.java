package vn.sipas.qr.payload;

import java.time.LocalDate;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a code claims: kind, unit, campaign and the like.
 *
 * <p>The kind fixes which numbers are there: a receipt has a serial and no epoch, a rotating screen has an epoch and no
 * serial, a poster has neither, a training code may have either. Only receipts and training codes may carry a dossier
 * tag.
 *
 * @param kind the kind of code
 * @param unit the unit, as numbered on the issue day
 * @param channel through what the code reached the citizen
 * @param servicePoint the counter or desk, 0 to 255; 0 is the whole office
 * @param campaign the campaign's number in the province's register, 0 to 65 535
 * @param issueDay the day of issue in Vietnam, 2025-01-01 to 2069-11-09
 * @param validity how long the code may be used
 * @param salt 0 to 3, without meaning; chosen so that the symbol is safe to scan
 * @param serial the public serial, 0 to 2⁴⁰ − 1
 * @param epoch the minute at which a rotating screen showed the code, in steps of 60 s since 1970-01-01T00:00Z, 0 to
 *     2³² − 1
 * @param procedure the national number of the procedure (mã thủ tục hành chính) without its dot, 0 to 9 999 999
 * @param dossierTag the truncated keyed hash of the dossier number, 0 to 2⁴⁰ − 1
 */
public record SurveyLink(
        LinkKind kind,
        UnitNumber unit,
        Channel channel,
        int servicePoint,
        int campaign,
        LocalDate issueDay,
        ValidityClass validity,
        int salt,
        OptionalLong serial,
        OptionalLong epoch,
        OptionalInt procedure,
        OptionalLong dossierTag) {

    /** The first issue day of the layout, its day 0. */
    public static final LocalDate FIRST_ISSUE_DAY = LocalDate.of(2025, 1, 1);

    /** The last issue day of the layout, its day 2¹⁴ − 1. */
    public static final LocalDate LAST_ISSUE_DAY = FIRST_ISSUE_DAY.plusDays((1 << 14) - 1);

    /** The largest serial and the largest dossier tag, 2⁴⁰ − 1. */
    public static final long MAX_40_BITS = (1L << 40) - 1;

    /** The largest epoch, 2³² − 1. */
    public static final long MAX_EPOCH = (1L << 32) - 1;

    /** The largest procedure number. */
    public static final int MAX_PROCEDURE = 9_999_999;

    public SurveyLink {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(issueDay, "issueDay");
        Objects.requireNonNull(validity, "validity");
        requireRange("servicePoint", servicePoint, 0xFF);
        requireRange("campaign", campaign, 0xFFFF);
        requireRange("salt", salt, 3);
        if (issueDay.isBefore(FIRST_ISSUE_DAY) || issueDay.isAfter(LAST_ISSUE_DAY)) {
            throw new IllegalArgumentException(
                    "issueDay must be in [" + FIRST_ISSUE_DAY + ", " + LAST_ISSUE_DAY + "], was " + issueDay);
        }
        serial.ifPresent(value -> requireRange("serial", value, MAX_40_BITS));
        epoch.ifPresent(value -> requireRange("epoch", value, MAX_EPOCH));
        procedure.ifPresent(value -> requireRange("procedure", value, MAX_PROCEDURE));
        dossierTag.ifPresent(value -> requireRange("dossierTag", value, MAX_40_BITS));
        if (!fits(kind, serial.isPresent(), epoch.isPresent(), dossierTag.isPresent())) {
            throw new IllegalArgumentException(kind + " does not go with serial " + present(serial.isPresent())
                    + ", epoch " + present(epoch.isPresent()) + ", dossierTag " + present(dossierTag.isPresent()));
        }
    }

    /**
     * Makes the claims of a poster: whole office, valid until the campaign ends.
     *
     * @param unit the unit
     * @param campaign the campaign, 0 to 65 535
     * @param issueDay the day of issue
     * @return the claims
     */
    public static SurveyLink poster(UnitNumber unit, int campaign, LocalDate issueDay) {
        return plain(LinkKind.POSTER, unit, Channel.POSTER, campaign, issueDay, ValidityClass.CAMPAIGN_END);
    }

    /**
     * Makes the claims of a receipt: whole office, valid for 30 days.
     *
     * @param unit the unit
     * @param campaign the campaign, 0 to 65 535
     * @param issueDay the day of issue
     * @param serial the public serial, 0 to 2⁴⁰ − 1
     * @return the claims
     */
    public static SurveyLink receipt(UnitNumber unit, int campaign, LocalDate issueDay, long serial) {
        return new SurveyLink(
                LinkKind.RECEIPT,
                unit,
                Channel.RECEIPT,
                0,
                campaign,
                issueDay,
                ValidityClass.DAYS_30,
                0,
                OptionalLong.of(serial),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalLong.empty());
    }

    /**
     * Makes the claims of a rotating screen: valid for the minute of its epoch and the ones beside it.
     *
     * @param unit the unit
     * @param campaign the campaign, 0 to 65 535
     * @param servicePoint the counter, 0 to 255
     * @param issueDay the day of issue
     * @param epoch the minute, in steps of 60 s since 1970-01-01T00:00Z
     * @return the claims
     */
    public static SurveyLink rotatingScreen(
            UnitNumber unit, int campaign, int servicePoint, LocalDate issueDay, long epoch) {
        return new SurveyLink(
                LinkKind.ROTATING_SCREEN,
                unit,
                Channel.KIOSK,
                servicePoint,
                campaign,
                issueDay,
                ValidityClass.DAYS_1,
                0,
                OptionalLong.empty(),
                OptionalLong.of(epoch),
                OptionalInt.empty(),
                OptionalLong.empty());
    }

    /**
     * Makes the claims of a training code, which is never counted.
     *
     * @param unit the unit
     * @param campaign the campaign, 0 to 65 535
     * @param issueDay the day of issue
     * @return the claims
     */
    public static SurveyLink training(UnitNumber unit, int campaign, LocalDate issueDay) {
        return plain(LinkKind.TRAINING, unit, Channel.POSTER, campaign, issueDay, ValidityClass.DAYS_90);
    }

    private static SurveyLink plain(
            LinkKind kind, UnitNumber unit, Channel channel, int campaign, LocalDate issueDay, ValidityClass validity) {
        return new SurveyLink(
                kind,
                unit,
                channel,
                0,
                campaign,
                issueDay,
                validity,
                0,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalLong.empty());
    }

    /**
     * Returns these claims with another channel.
     *
     * @param newChannel the channel
     * @return the claims
     */
    public SurveyLink withChannel(Channel newChannel) {
        return new SurveyLink(
                kind,
                unit,
                newChannel,
                servicePoint,
                campaign,
                issueDay,
                validity,
                salt,
                serial,
                epoch,
                procedure,
                dossierTag);
    }

    /**
     * Returns these claims with another service point.
     *
     * @param newServicePoint the counter, 0 to 255
     * @return the claims
     */
    public SurveyLink withServicePoint(int newServicePoint) {
        return new SurveyLink(
                kind,
                unit,
                channel,
                newServicePoint,
                campaign,
                issueDay,
                validity,
                salt,
                serial,
                epoch,
                procedure,
                dossierTag);
    }

    /**
     * Returns these claims with another validity.
     *
     * @param newValidity the validity
     * @return the claims
     */
    public SurveyLink withValidity(ValidityClass newValidity) {
        return new SurveyLink(
                kind,
                unit,
                channel,
                servicePoint,
                campaign,
                issueDay,
                newValidity,
                salt,
                serial,
                epoch,
                procedure,
                dossierTag);
    }

    /**
     * Returns these claims with another salt.
     *
     * @param newSalt 0 to 3
     * @return the claims
     */
    public SurveyLink withSalt(int newSalt) {
        return new SurveyLink(
                kind,
                unit,
                channel,
                servicePoint,
                campaign,
                issueDay,
                validity,
                newSalt,
                serial,
                epoch,
                procedure,
                dossierTag);
    }

    /**
     * Returns these claims with a procedure.
     *
     * @param newProcedure the national number without its dot, 0 to 9 999 999
     * @return the claims
     */
    public SurveyLink withProcedure(int newProcedure) {
        return new SurveyLink(
                kind,
                unit,
                channel,
                servicePoint,
                campaign,
                issueDay,
                validity,
                salt,
                serial,
                epoch,
                OptionalInt.of(newProcedure),
                dossierTag);
    }

    /**
     * Returns these claims with a dossier tag.
     *
     * @param newDossierTag the truncated keyed hash, 0 to 2⁴⁰ − 1
     * @return the claims
     */
    public SurveyLink withDossierTag(long newDossierTag) {
        return new SurveyLink(
                kind,
                unit,
                channel,
                servicePoint,
                campaign,
                issueDay,
                validity,
                salt,
                serial,
                epoch,
                procedure,
                OptionalLong.of(newDossierTag));
    }

    static boolean fits(LinkKind kind, boolean serial, boolean epoch, boolean dossierTag) {
        return switch (kind) {
            case POSTER -> !serial && !epoch && !dossierTag;
            case RECEIPT -> serial && !epoch;
            case ROTATING_SCREEN -> !serial && epoch && !dossierTag;
            case TRAINING -> !(serial && epoch);
        };
    }

    private static String present(boolean present) {
        return present ? "present" : "absent";
    }

    private static void requireRange(String name, long value, long max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(name + " must be in [0, " + max + "], was " + value);
        }
    }
}
