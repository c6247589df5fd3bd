package vn.sipas.qr.signing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.response.AssuranceClass;
import vn.sipas.qr.payload.LinkBase;
import vn.sipas.qr.payload.LinkKind;
import vn.sipas.qr.payload.PayloadProblem;
import vn.sipas.qr.payload.ScannedText;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.Token;
import vn.sipas.qr.payload.UnitAliasTable;
import vn.sipas.qr.payload.UnitNumber;
import vn.sipas.qr.payload.UnitResolution;

/**
 * Says whether codes are authentic and may be used now. Immutable apart from a cache of derived keys; safe for use by
 * many threads; needs no connection; has no side effect, so that the preview of a link or a page load never spends a
 * code.
 *
 * <p>Order of the checks: form, key, tag, revocation, the key's signing days, training, unit, time. Nothing of a code
 * whose tag is wrong is reported back. Days are those of Vietnam (UTC+7); clocks may be wrong by the leeway, one day by
 * default. A code of a rotating screen must come from the current minute or the ones beside it.
 */
public final class Verifier {

    /** The time zone of issue days: Vietnam has no daylight saving. */
    public static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    /** The seconds for which a rotating screen shows a code. */
    public static final int EPOCH_SECONDS = 60;

    private static final int MAX_LEEWAY_DAYS = 7;

    private final IssuerId issuer;
    private final KeyRing keys;
    private final List<LinkBase> bases;
    private final List<IssuerId> otherIssuers;
    private final UnitAliasTable aliases;
    private final CampaignCalendar calendar;
    private final @Nullable UnitNumber onlyUnit;
    private final int leewayDays;
    private final ConcurrentMap<Integer, TagMaker> tagMakers = new ConcurrentHashMap<>();

    private Verifier(
            IssuerId issuer,
            KeyRing keys,
            List<LinkBase> bases,
            List<IssuerId> otherIssuers,
            UnitAliasTable aliases,
            CampaignCalendar calendar,
            @Nullable UnitNumber onlyUnit,
            int leewayDays) {
        this.issuer = Objects.requireNonNull(issuer, "issuer");
        this.keys = Objects.requireNonNull(keys, "keys");
        this.bases = List.copyOf(bases);
        this.otherIssuers = List.copyOf(otherIssuers);
        this.aliases = Objects.requireNonNull(aliases, "aliases");
        this.calendar = Objects.requireNonNull(calendar, "calendar");
        this.onlyUnit = onlyUnit;
        this.leewayDays = leewayDays;
    }

    /**
     * Makes a verifier that accepts any address, all units, knows no aliases and no ends of campaigns, with a leeway of
     * one day.
     *
     * @param issuer the issuer whose codes count
     * @param keys the keys
     * @return the verifier
     */
    public static Verifier of(IssuerId issuer, KeyRing keys) {
        return new Verifier(
                issuer, keys, List.of(), List.of(), UnitAliasTable.none(), CampaignCalendar.openEnded(), null, 1);
    }

    /**
     * Returns a verifier that rejects codes behind other addresses. Bare tokens are accepted as before.
     *
     * @param newBases the addresses of the issuer
     * @return the verifier
     */
    public Verifier withBases(LinkBase... newBases) {
        return new Verifier(issuer, keys, List.of(newBases), otherIssuers, aliases, calendar, onlyUnit, leewayDays);
    }

    /**
     * Returns a verifier that recognises codes of other issuers under the same keys, in order to say
     * {@link RejectionReason#WRONG_ISSUER} instead of {@link RejectionReason#FORGED}.
     *
     * @param issuers the other issuers
     * @return the verifier
     */
    public Verifier withOtherIssuers(IssuerId... issuers) {
        return new Verifier(issuer, keys, bases, List.of(issuers), aliases, calendar, onlyUnit, leewayDays);
    }

    /**
     * Returns a verifier that resolves units of codes printed before a reform.
     *
     * @param newAliases the table
     * @return the verifier
     */
    public Verifier withAliases(UnitAliasTable newAliases) {
        return new Verifier(issuer, keys, bases, otherIssuers, newAliases, calendar, onlyUnit, leewayDays);
    }

    /**
     * Returns a verifier that knows when campaigns end.
     *
     * @param newCalendar the calendar
     * @return the verifier
     */
    public Verifier withCalendar(CampaignCalendar newCalendar) {
        return new Verifier(issuer, keys, bases, otherIssuers, aliases, newCalendar, onlyUnit, leewayDays);
    }

    /**
     * Returns a verifier that serves one unit of today, such as an offline kiosk.
     *
     * @param unit the unit
     * @return the verifier
     */
    public Verifier withOnlyUnit(UnitNumber unit) {
        return new Verifier(
                issuer, keys, bases, otherIssuers, aliases, calendar, Objects.requireNonNull(unit, "unit"), leewayDays);
    }

    /**
     * Returns a verifier with another leeway for wrong clocks.
     *
     * @param days 0 to 7, added at both ends
     * @return the verifier
     */
    public Verifier withLeewayDays(int days) {
        if (days < 0 || days > MAX_LEEWAY_DAYS) {
            throw new IllegalArgumentException("days must be in [0, " + MAX_LEEWAY_DAYS + "], was " + days);
        }
        return new Verifier(issuer, keys, bases, otherIssuers, aliases, calendar, onlyUnit, days);
    }

    /**
     * Verifies what a scanner or a person delivered.
     *
     * @param text an address or a bare token
     * @param at the moment for which to decide
     * @return the outcome; never an exception, whatever the text
     */
    public Verification verify(String text, Instant at) {
        Checked<Token> read = ScannedText.read(text);
        Optional<Token> token = read.value();
        if (token.isEmpty()) {
            Problem problem = read.problems().get(0);
            return new Verification.Rejected(reasonOf(problem.kind()), Optional.empty(), Optional.of(problem));
        }
        String trimmed = text.strip();
        if (!bases.isEmpty() && trimmed.contains("://") && !isOurs(trimmed)) {
            return rejected(RejectionReason.WRONG_ISSUER);
        }
        return verify(token.get(), at);
    }

    private boolean isOurs(String address) {
        for (LinkBase base : bases) {
            if (base.startsIn(address)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Verifies a decoded token.
     *
     * @param token the token
     * @param at the moment for which to decide
     * @return the outcome
     */
    public Verification verify(Token token, Instant at) {
        Optional<RingKey> found = keys.key(token.keyId());
        if (found.isEmpty()) {
            return rejected(RejectionReason.UNKNOWN_KEY);
        }
        RingKey key = found.get();
        SurveyLink link = token.link();
        if (key.suite() != token.suite()) {
            return rejected(RejectionReason.FORGED);
        }
        if (!key.serves(issuer, link.unit())) {
            return rejected(RejectionReason.WRONG_UNIT);
        }
        if (!authentic(token, key)) {
            return rejected(isOfOtherIssuer(token, key) ? RejectionReason.WRONG_ISSUER : RejectionReason.FORGED);
        }
        if (key.revoked()) {
            return rejected(RejectionReason.REVOKED_KEY, link);
        }
        if (!key.signing().contains(link.issueDay())) {
            return rejected(RejectionReason.KEY_NOT_IN_FORCE, link);
        }
        if (link.kind() == LinkKind.TRAINING) {
            return rejected(RejectionReason.TRAINING, link);
        }
        UnitResolution unit = aliases.resolve(link.unit(), link.issueDay());
        if (onlyUnit != null && !means(unit, onlyUnit)) {
            return rejected(RejectionReason.WRONG_UNIT, link);
        }
        return verifyTime(link, unit, at);
    }

    private Verification verifyTime(SurveyLink link, UnitResolution unit, Instant at) {
        LocalDate today = at.atOffset(VIETNAM).toLocalDate();
        if (link.issueDay().isAfter(today.plusDays(leewayDays))) {
            return rejected(RejectionReason.NOT_YET_VALID, link);
        }
        Optional<LocalDate> lastDay = lastDay(link).map(day -> day.plusDays(leewayDays));
        if (lastDay.isPresent() && today.isAfter(lastDay.get())) {
            return rejected(RejectionReason.EXPIRED, link);
        }
        if (link.epoch().isPresent()) {
            long age = Math.floorDiv(at.getEpochSecond(), EPOCH_SECONDS)
                    - link.epoch().getAsLong();
            if (age > 1) {
                return rejected(RejectionReason.EXPIRED, link);
            }
            if (age < -1) {
                return rejected(RejectionReason.NOT_YET_VALID, link);
            }
        }
        return new Verification.Verified(link, assuranceOf(link), unit, lastDay);
    }

    private Optional<LocalDate> lastDay(SurveyLink link) {
        return switch (link.validity()) {
            case CAMPAIGN_END -> calendar.lastDay(link.campaign());
            default -> link.validity().lastDay(link.issueDay());
        };
    }

    /** The key of a unit is kept only once a tag was right, so that forged unit numbers cannot fill the memory. */
    private boolean authentic(Token token, RingKey key) {
        int cacheKey = key.id() << 20 | token.link().unit().value();
        TagMaker cached = tagMakers.get(cacheKey);
        TagMaker tags = cached == null ? TagMaker.of(issuer, key, token.link().unit()) : cached;
        boolean matches = tags.matches(token.body(), token.tag());
        if (matches && cached == null) {
            tagMakers.put(cacheKey, tags);
        }
        return matches;
    }

    private boolean isOfOtherIssuer(Token token, RingKey key) {
        return otherIssuers.stream()
                .filter(other -> key.serves(other, token.link().unit()))
                .anyMatch(other -> TagMaker.of(other, key, token.link().unit()).matches(token.body(), token.tag()));
    }

    private static boolean means(UnitResolution resolution, UnitNumber unit) {
        if (resolution instanceof UnitResolution.Split split) {
            return split.candidates().contains(unit);
        }
        return resolution instanceof UnitResolution.Successor successor
                ? successor.unit().equals(unit)
                : ((UnitResolution.Unchanged) resolution).unit().equals(unit);
    }

    private static AssuranceClass assuranceOf(SurveyLink link) {
        return switch (link.kind()) {
            case POSTER -> AssuranceClass.POSTER;
            case ROTATING_SCREEN -> AssuranceClass.PRESENCE;
            case RECEIPT -> link.dossierTag().isPresent() ? AssuranceClass.DOSSIER : AssuranceClass.RECEIPT;
            case TRAINING -> AssuranceClass.UNBOUND;
        };
    }

    private static RejectionReason reasonOf(ProblemKind kind) {
        if (!(kind instanceof PayloadProblem problem)) {
            return RejectionReason.BAD_FORM;
        }
        return switch (problem) {
            case UNKNOWN_VERSION -> RejectionReason.UNKNOWN_VERSION;
            case CITIZEN_CARD, BANK_TRANSFER, OTHER_LINK, OTHER_TEXT -> RejectionReason.NOT_A_SURVEY_CODE;
            case EMPTY, NOT_CANONICAL, LENGTH, RESERVED, FIELDS_OF_KIND -> RejectionReason.BAD_FORM;
        };
    }

    private static Verification rejected(RejectionReason reason) {
        return new Verification.Rejected(reason, Optional.empty(), Optional.empty());
    }

    private static Verification rejected(RejectionReason reason, SurveyLink link) {
        return new Verification.Rejected(reason, Optional.of(link), Optional.empty());
    }

    /**
     * Returns issuer and keys.
     *
     * @return a description for humans, without secrets
     */
    @Override
    public String toString() {
        return "Verifier[issuer=" + issuer + ", keys=" + keys + "]";
    }
}
