/**
 * Reading back: what was drawn is decoded again before it is handed out.
 *
 * <p>An encoder that checks its own matrix proves nothing about the file that leaves the house. Here the bytes of the
 * finished file are the evidence: {@link vn.sipas.qr.reading.ArtefactCheck} takes the pixels of a PNG file or the path of
 * an SVG file, paints them as a scanner would see them, and has a {@link vn.sipas.qr.reading.SymbolReader}, a program that
 * nobody here wrote, say what it reads. Only an artefact that says what was ordered is handed out.
 */
@NullMarked
package vn.sipas.qr.reading;

import org.jspecify.annotations.NullMarked;
