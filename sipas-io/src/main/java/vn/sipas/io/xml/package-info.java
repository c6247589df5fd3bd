/**
 * XML from strangers, pulled event by event: no document type, no entity that leads outside, and a bound on everything
 * that a parser would hold in memory.
 *
 * <p>The parsers of the JDK and of Aalto switch external entities off when told to, but neither bounds the length of one
 * text, tag or name; {@link vn.sipas.io.xml.BoundedXml} gives the parser a budget of bytes for each event, so that whatever
 * it is building cannot outgrow that budget. Aalto is used where it is on the class path or module path because it is
 * about twice as fast; without it the parser of the JDK does the same work.
 */
@NullMarked
package vn.sipas.io.xml;

import org.jspecify.annotations.NullMarked;
