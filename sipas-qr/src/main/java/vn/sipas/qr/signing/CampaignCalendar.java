package vn.sipas.qr.signing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Knows when campaigns end, for codes that are valid until then. */
@FunctionalInterface
public interface CampaignCalendar {

    /**
     * Returns the last day of a campaign.
     *
     * @param campaign the campaign's number, 0 to 65 535
     * @return the last day; empty if the campaign has no end
     */
    Optional<LocalDate> lastDay(int campaign);

    /**
     * Returns the calendar in which no campaign ends.
     *
     * @return the calendar
     */
    static CampaignCalendar openEnded() {
        return campaign -> Optional.empty();
    }

    /**
     * Returns a calendar of known ends; campaigns that are not in it have none.
     *
     * @param lastDays the last day by campaign
     * @return the calendar
     */
    static CampaignCalendar of(Map<Integer, LocalDate> lastDays) {
        Map<Integer, LocalDate> copy = Map.copyOf(lastDays);
        return campaign -> Optional.ofNullable(copy.get(campaign));
    }
}
