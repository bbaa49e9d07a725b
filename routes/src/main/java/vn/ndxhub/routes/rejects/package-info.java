/** What cannot be counted: its headers on {@code hub.rejects} and {@code hub.parked}, and how parked records are read again. */
@NullMarked
package vn.ndxhub.routes.rejects;

import org.jspecify.annotations.NullMarked;
