package vn.ndxhub.sandbox.scenario;

/**
 * What an item adds to one cell, if it is counted.
 *
 * @param part FLOW, MOVEMENT, SNAPSHOT or MEMBER
 * @param day ISO date in Viet Nam
 * @param dimensions {@code name=code;name=code}, sorted by name
 * @param value added; for SNAPSHOT the level, for MEMBER 1 or 0
 */
public record PlannedCell(String indicator, String part, String day, String dimensions, long value) {}
