/** What PostgreSQL adds up against a plain sum. */
package vn.ndxhub.reporting.sums;
