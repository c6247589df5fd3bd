package vn.sipas.qr.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkBaseTest {

    @Test
    void lowersSchemeAndHostAndKeepsThePath() {
        assertEquals(
                "https://ks.bacninh.gov.vn/q/",
                LinkBase.of("HTTPS://KS.Bacninh.gov.vn/q").toString());
        assertEquals(
                "https://ks.bacninh.gov.vn/Khao_Sat/q/",
                LinkBase.of("https://ks.bacninh.gov.vn/Khao_Sat/q/").toString());
        assertEquals(
                "https://ks.bacninh.gov.vn/",
                LinkBase.of("https://ks.bacninh.gov.vn").toString());
        assertEquals(
                "https://localhost:8443/q/",
                LinkBase.of("https://localhost:8443/q").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ks.bacninh.gov.vn/q",
                "ks.bacninh.gov.vn/q",
                "https://user@ks.bacninh.gov.vn/q",
                "https://ks.bacninh.gov.vn/q?t=",
                "https://ks.bacninh.gov.vn/q#",
                "https://ks.bacninh.gov.vn/q q",
                "https://ks.bacninh.gov.vn/kh%E1%BA%A3o",
                "https://ks.bacninh.gov.vn//q",
                "https:///q",
                ""
            })
    void refusesOtherAddresses(String url) {
        assertThrows(IllegalArgumentException.class, () -> LinkBase.of(url));
    }

    @Test
    void comparesTheHostWithoutCaseAndThePathWithCase() {
        LinkBase base = LinkBase.of("https://ks.bacninh.gov.vn/q");
        assertEquals(Optional.of("ABC"), base.rest("HTTPS://KS.BACNINH.GOV.VN/q/ABC"));
        assertEquals(Optional.empty(), base.rest("https://ks.bacninh.gov.vn/Q/ABC"));
        assertEquals(Optional.empty(), base.rest("https://ks.bacninh.gov.vn.example.com/q/ABC"));
        assertEquals(Optional.empty(), base.rest("https://"));
    }
}
