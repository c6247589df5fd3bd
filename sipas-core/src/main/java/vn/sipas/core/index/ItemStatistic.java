package vn.sipas.core.index;

import vn.sipas.core.LocalizedText;

/** What is computed from the answers to one item before items are combined; each runs from 0 to 100. */
public enum ItemStatistic {
    /**
     * Favourable answers ÷ valid answers × 100 (tỷ lệ hài lòng): expressed satisfaction, as published SIPAS figures are
     * worded.
     */
    FAVOURABLE_SHARE("favourable-share", LocalizedText.of("Tỷ lệ hài lòng", "Favourable share")),
    /** (Mean level − lowest level) ÷ (highest level − lowest level) × 100 (điểm trung bình quy đổi). */
    RESCALED_MEAN("rescaled-mean", LocalizedText.of("Điểm trung bình quy đổi", "Rescaled mean"));

    private final String id;
    private final LocalizedText label;

    ItemStatistic(String id, LocalizedText label) {
        this.id = id;
        this.label = label;
    }

    /**
     * Returns the name in files.
     *
     * @return lower-case words joined by hyphens
     */
    public String id() {
        return id;
    }

    /**
     * Returns the name in reports.
     *
     * @return the label
     */
    public LocalizedText label() {
        return label;
    }
}
