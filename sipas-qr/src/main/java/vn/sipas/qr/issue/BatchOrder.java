package vn.sipas.qr.issue;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.sipas.core.LocalizedText;
import vn.sipas.qr.payload.LinkKind;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.UnitNumber;
import vn.sipas.qr.payload.ValidityClass;
import vn.sipas.qr.poster.PaperSize;
import vn.sipas.qr.poster.SlipPaper;

/**
 * What a batch shall contain.
 *
 * @param kind posters, receipts or training codes
 * @param units the units with their names, at least one, each once
 * @param campaign the campaign's number, 0 to 65 535
 * @param campaignTitle what posters call the campaign
 * @param issueDay the day of issue
 * @param validity how long the codes may be used
 * @param firstNumber the running number of each unit's first receipt, 0 to 2⁴⁰ − 1; the next batch continues behind this
 *     one
 * @param countPerUnit the codes of each unit, 1 to 1 000 000; 1 for posters and training codes
 * @param format what the files contain
 * @param paper the paper of posters
 * @param slip the roll of receipts as PDF
 * @param oneFile whether all codes go into one file, one a page; only as PDF and for at most 10 000 codes
 */
public record BatchOrder(
        LinkKind kind,
        List<NamedUnit> units,
        int campaign,
        LocalizedText campaignTitle,
        LocalDate issueDay,
        ValidityClass validity,
        long firstNumber,
        int countPerUnit,
        CodeFormat format,
        PaperSize paper,
        SlipPaper slip,
        boolean oneFile) {

    private static final int MAX_COUNT = 1_000_000;
    private static final int MAX_IN_ONE_FILE = 10_000;

    public BatchOrder {
        units = List.copyOf(units);
        Objects.requireNonNull(campaignTitle, "campaignTitle");
        Objects.requireNonNull(issueDay, "issueDay");
        Objects.requireNonNull(validity, "validity");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(paper, "paper");
        Objects.requireNonNull(slip, "slip");
        if (kind == LinkKind.ROTATING_SCREEN) {
            throw new IllegalArgumentException("kind must be POSTER, RECEIPT or TRAINING, was " + kind);
        }
        if (units.isEmpty()
                || units.stream()
                                .map(NamedUnit::unit)
                                .collect(Collectors.toSet())
                                .size()
                        != units.size()) {
            throw new IllegalArgumentException("units must be at least one and distinct");
        }
        if (countPerUnit < 1 || countPerUnit > (kind == LinkKind.RECEIPT ? MAX_COUNT : 1)) {
            throw new IllegalArgumentException("countPerUnit must be in [1, " + MAX_COUNT
                    + "] for receipts and 1 for other kinds, was " + countPerUnit);
        }
        if (firstNumber < 0 || firstNumber > SurveyLink.MAX_40_BITS - countPerUnit) {
            throw new IllegalArgumentException("firstNumber must leave room below 2^40, was " + firstNumber);
        }
        if (oneFile && (format != CodeFormat.PDF || (long) units.size() * countPerUnit > MAX_IN_ONE_FILE)) {
            throw new IllegalArgumentException("oneFile must be false unless format is PDF and there are at most "
                    + MAX_IN_ONE_FILE + " codes, was true with " + format + " and "
                    + (long) units.size() * countPerUnit);
        }
    }

    /**
     * Describes a batch of one file per code, receipts as PDF on a roll of 80 mm.
     *
     * @param kind posters, receipts or training codes
     * @param units the units with their names, at least one, each once
     * @param campaign the campaign's number, 0 to 65 535
     * @param campaignTitle what posters call the campaign
     * @param issueDay the day of issue
     * @param validity how long the codes may be used
     * @param firstNumber the running number of each unit's first receipt
     * @param countPerUnit the codes of each unit
     * @param format what the files contain
     * @param paper the paper of posters
     */
    public BatchOrder(
            LinkKind kind,
            List<NamedUnit> units,
            int campaign,
            LocalizedText campaignTitle,
            LocalDate issueDay,
            ValidityClass validity,
            long firstNumber,
            int countPerUnit,
            CodeFormat format,
            PaperSize paper) {
        this(
                kind,
                units,
                campaign,
                campaignTitle,
                issueDay,
                validity,
                firstNumber,
                countPerUnit,
                format,
                paper,
                SlipPaper.ROLL_80,
                false);
    }

    /**
     * A unit with its name.
     *
     * @param unit the number
     * @param name the name in both languages
     */
    public record NamedUnit(UnitNumber unit, LocalizedText name) {

        public NamedUnit {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * Orders one A4 poster as SVG for each unit, valid until the campaign ends.
     *
     * @param units the units
     * @param campaign the campaign's number, 0 to 65 535
     * @param campaignTitle what the posters call the campaign
     * @param issueDay the day of issue
     * @return the order
     */
    public static BatchOrder posters(
            List<NamedUnit> units, int campaign, LocalizedText campaignTitle, LocalDate issueDay) {
        return new BatchOrder(
                LinkKind.POSTER,
                units,
                campaign,
                campaignTitle,
                issueDay,
                ValidityClass.CAMPAIGN_END,
                0,
                1,
                CodeFormat.SVG,
                PaperSize.A4,
                SlipPaper.ROLL_80,
                false);
    }

    /**
     * Orders receipt codes as PNG for each unit, valid for 30 days.
     *
     * @param units the units
     * @param campaign the campaign's number, 0 to 65 535
     * @param campaignTitle what the campaign is called
     * @param issueDay the day of issue
     * @param firstNumber the running number of each unit's first receipt
     * @param countPerUnit the receipts of each unit
     * @return the order
     */
    public static BatchOrder receipts(
            List<NamedUnit> units,
            int campaign,
            LocalizedText campaignTitle,
            LocalDate issueDay,
            long firstNumber,
            int countPerUnit) {
        return new BatchOrder(
                LinkKind.RECEIPT,
                units,
                campaign,
                campaignTitle,
                issueDay,
                ValidityClass.DAYS_30,
                firstNumber,
                countPerUnit,
                CodeFormat.PNG,
                PaperSize.A4,
                SlipPaper.ROLL_80,
                false);
    }

    /**
     * Returns this order with another format.
     *
     * @param newFormat what the files contain
     * @return the order
     */
    public BatchOrder withFormat(CodeFormat newFormat) {
        return new BatchOrder(
                kind,
                units,
                campaign,
                campaignTitle,
                issueDay,
                validity,
                firstNumber,
                countPerUnit,
                newFormat,
                paper,
                slip,
                oneFile);
    }

    /**
     * Returns this order with another paper for posters.
     *
     * @param newPaper the paper
     * @return the order
     */
    public BatchOrder withPaper(PaperSize newPaper) {
        return new BatchOrder(
                kind,
                units,
                campaign,
                campaignTitle,
                issueDay,
                validity,
                firstNumber,
                countPerUnit,
                format,
                newPaper,
                slip,
                oneFile);
    }

    /**
     * Returns this order with another roll for receipts.
     *
     * @param newSlip the roll
     * @return the order
     */
    public BatchOrder withSlip(SlipPaper newSlip) {
        return new BatchOrder(
                kind,
                units,
                campaign,
                campaignTitle,
                issueDay,
                validity,
                firstNumber,
                countPerUnit,
                format,
                paper,
                newSlip,
                oneFile);
    }

    /**
     * Returns this order with all codes in one file or each in its own.
     *
     * @param inOneFile whether all codes go into one file
     * @return the order
     */
    public BatchOrder withOneFile(boolean inOneFile) {
        return new BatchOrder(
                kind,
                units,
                campaign,
                campaignTitle,
                issueDay,
                validity,
                firstNumber,
                countPerUnit,
                format,
                paper,
                slip,
                inOneFile);
    }

    /**
     * Returns how many codes the batch has.
     *
     * @return units times count
     */
    public long size() {
        return (long) units.size() * countPerUnit;
    }
}
