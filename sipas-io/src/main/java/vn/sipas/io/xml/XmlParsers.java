package vn.sipas.io.xml;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.util.function.Supplier;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;

/** The parsers a document can be pulled from, with document types and external entities switched off. */
enum XmlParsers {
    /** Aalto, an optional dependency. */
    AALTO(InputFactoryImpl::new),
    /** What comes with the JDK. */
    JDK(XMLInputFactory::newDefaultFactory);

    private static final XmlParsers FASTEST = fastest();

    private final Supplier<XMLInputFactory> origin;

    XmlParsers(Supplier<XMLInputFactory> origin) {
        this.origin = origin;
    }

    /** Returns Aalto where it is present. */
    static XmlParsers preferred() {
        return FASTEST;
    }

    /** A new factory for each document: factories share symbol tables between the documents they open. */
    XMLInputFactory factory() {
        XMLInputFactory factory = origin.get();
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

    private static XmlParsers fastest() {
        try {
            AALTO.factory();
            return AALTO;
        } catch (NoClassDefFoundError absent) {
            return JDK;
        }
    }
}
