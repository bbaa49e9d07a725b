package vn.ndxhub.sandbox.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ndxhub.connectors.catalog.SourceCatalog;

/** The codes that the databases use. */
record Lists(
        List<String> provinces,
        List<String> districts,
        List<String> ministries,
        List<String> populationServices,
        List<String> ndxpServices,
        List<String> landServices) {

    static Lists of(SourceCatalog catalog, LocalDate day) {
        return new Lists(
                codes(catalog, "province", day),
                codes(catalog, "district", day),
                codes(catalog, "ministry", day),
                codes(catalog, "population-service", day),
                codes(catalog, "ndxp-service", day),
                codes(catalog, "land-service", day));
    }

    private static List<String> codes(SourceCatalog catalog, String codelist, LocalDate day) {
        return new ArrayList<>(catalog.codelist(codelist).codes(day));
    }
}
