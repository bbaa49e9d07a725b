/** The reporting layer: {@code store} keeps what is published, {@code figures} reads it, {@code report} writes the monthly report. */
@NullMarked
package vn.ndxhub.reporting;

import org.jspecify.annotations.NullMarked;
