package vn.sipas.io.xml;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;

/** The parsers a document can be pulled from, with document types and external entities switched off. */
enum XmlParsers {
    /** Aalto, an optional dependency. */
    AALTO,
    /** What comes with the JDK. */
    JDK;

    private static final XmlParsers FASTEST = fastest();

    /** Returns Aalto where it is present. */
    static XmlParsers preferred() {
        return FASTEST;
    }

    /** A new factory for each document: factories share symbol tables between the documents they open. */
    XMLInputFactory factory() {
        XMLInputFactory factory = this == AALTO ? Aalto.create() : XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        if (factory.isPropertySupported(XMLConstants.ACCESS_EXTERNAL_DTD)) {
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        }
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new javax.xml.stream.XMLStreamException("external entities are not read");
        });
        return factory;
    }

    /** A class of its own, which nothing links before it is asked for: verifying it needs Aalto to be there. */
    private static final class Aalto {

        private Aalto() {}

        static XMLInputFactory create() {
            return new InputFactoryImpl();
        }
    }

    private static XmlParsers fastest() {
        try {
            AALTO.factory();
            return AALTO;
        } catch (NoClassDefFoundError absent) {
            return JDK;
        }
    }
}
