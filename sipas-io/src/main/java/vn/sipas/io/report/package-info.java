/**
 * Reports for officials and citizens: one HTML file in Vietnamese and English that needs nothing from outside and prints on
 * paper.
 *
 * <p>A {@link vn.sipas.io.report.ReportModel} says what to show in small records of plain numbers and texts; it neither
 * computes nor rounds. Its builder fills these records from index results, a ranking and star ratings; what else belongs into
 * the report, such as the ballots that came back, the host adds. {@link vn.sipas.io.report.HtmlReport} draws it.
 */
@NullMarked
package vn.sipas.io.report;

import org.jspecify.annotations.NullMarked;
