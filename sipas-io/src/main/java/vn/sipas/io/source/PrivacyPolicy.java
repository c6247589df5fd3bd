package vn.sipas.io.source;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which personal data may pass into the responses: none, unless the host opts in kind by kind.
 *
 * <p>Columns that hold personal data are told by the conventions of the tool, by words in their headings (Vietnamese and
 * English), and by the form of their values: e-mail addresses, Vietnamese phone numbers, 12-digit citizen ids, network
 * addresses, Vietnamese names, long or unrepeated text. They are left out; times are coarsened to the day. The report names
 * each column, the kind and the reason, and so does the mapping file, where a person can overrule it.
 *
 * <p>The Law on Personal Data Protection, 91/2025/QH15 (in force since 1 January 2026), asks for a purpose and a consent
 * for each kind of personal data and knows no consent by default. Whoever opts in here needs both. De-identified data fall
 * outside of the law; pseudonyms do not make data de-identified, so that none are offered here.
 *
 * <p>A kind that the host keeps becomes an open-text answer, because a response has no other room for it.
 *
 * @param kept the kinds that pass
 */
public record PrivacyPolicy(Set<PersonalData> kept) {

    public PrivacyPolicy {
        EnumSet<PersonalData> copy = EnumSet.noneOf(PersonalData.class);
        copy.addAll(kept);
        kept = Collections.unmodifiableSet(copy);
    }

    /**
     * Returns the policy that lets nothing pass, which is the default everywhere.
     *
     * @return the policy
     */
    public static PrivacyPolicy strict() {
        return new PrivacyPolicy(Set.of());
    }

    /**
     * Returns this policy with further kinds that pass.
     *
     * @param kinds the kinds for which the host has a purpose and a consent
     * @return the policy
     */
    public PrivacyPolicy keeping(PersonalData... kinds) {
        EnumSet<PersonalData> more = EnumSet.noneOf(PersonalData.class);
        more.addAll(kept);
        more.addAll(List.of(kinds));
        return new PrivacyPolicy(more);
    }

    /**
     * Tells whether a kind passes.
     *
     * @param kind the kind
     * @return whether the host opted in
     */
    public boolean keeps(PersonalData kind) {
        return kept.contains(kind);
    }
}
