/**
 * Printable sheets: what a poster must say so that people trust it, and how it is laid out.
 *
 * <p>A poster names the unit and the campaign in Vietnamese and English, shows the host in plain text and a check word
 * that the page repeats after scanning, so that a code stuck over it is noticed, and gives the code to type for people
 * who cannot scan. {@link vn.sipas.qr.poster.SvgPoster} draws it as one self-contained SVG file in black on white.
 */
@NullMarked
package vn.sipas.qr.poster;

import org.jspecify.annotations.NullMarked;
