package vn.ndxhub.reporting.report;

import java.time.LocalDate;

/** Sizes of codelists: the denominators that have dates of validity. */
public interface Codelists {

    /** Number of codes valid on the day. */
    int size(String codelist, LocalDate day);
}
