package vn.ndxhub.core.indicator;

/** A name in both languages of the hub. */
public record Text(String vi, String en) {}
