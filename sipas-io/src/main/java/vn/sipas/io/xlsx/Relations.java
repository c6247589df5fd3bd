package vn.sipas.io.xlsx;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sipas.io.xml.BoundedXml;
import vn.sipas.io.xml.XmlDefectException;

/**
 * Which part a part refers to by which id.
 *
 * @param byId the parts inside the archive, by id
 */
record Relations(Map<String, Relation> byId) {

    /** More references than a workbook with the most sheets needs. */
    private static final int MOST = 65_536;

    /**
     * One reference.
     *
     * @param type the last part of its type, such as {@code worksheet}
     * @param target the name of the part
     */
    record Relation(String type, String target) {}

    Relations {
        byId = Map.copyOf(byId);
    }

    /** Reads a part of references; targets are relative to a folder such as {@code xl/}. */
    static Relations read(BoundedXml xml, String folder) throws IOException, XmlDefectException {
        Map<String, Relation> byId = new HashMap<>();
        for (BoundedXml.Event event = xml.next(); event != BoundedXml.Event.DONE; event = xml.next()) {
            if (event != BoundedXml.Event.START || !xml.name().equals("Relationship") || byId.size() == MOST) {
                continue;
            }
            String id = xml.attribute("Id");
            String type = xml.attribute("Type");
            String target = xml.attribute("Target");
            if (id != null && type != null && target != null && !"External".equals(xml.attribute("TargetMode"))) {
                byId.put(id, new Relation(type.substring(type.lastIndexOf('/') + 1), resolved(folder, target)));
            }
        }
        return new Relations(byId);
    }

    Optional<Relation> of(@Nullable String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(byId.get(id));
    }

    Optional<String> first(String type) {
        return byId.values().stream()
                .filter(relation -> relation.type().equals(type))
                .map(Relation::target)
                .sorted()
                .findFirst();
    }

    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String rest = target;
        while (rest.startsWith("../")) {
            rest = rest.substring(3);
            int slash = base.lastIndexOf('/', base.length() - 2);
            base = base.substring(0, slash + 1);
        }
        return base + (rest.startsWith("./") ? rest.substring(2) : rest);
    }
}
