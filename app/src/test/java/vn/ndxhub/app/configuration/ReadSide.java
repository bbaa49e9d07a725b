package vn.ndxhub.app.configuration;

import org.springframework.context.annotation.Import;

/** The read side of the figures, for tests of other packages. */
@Import(ReportingConfiguration.class)
public class ReadSide {}
