package vn.ndxhub.core.counting;

import java.util.List;
import vn.ndxhub.core.identity.SourceId;

/**
 * All that events have in common which give to the same cells: an event's quantity and this are its contribution, and
 * what a retraction takes back.
 *
 * @param id small and dense, valid within one {@link EventProfiles}
 * @param amount in dong, part of the profile because few events carry one
 */
record EventProfile(int id, SourceId source, long mapping, int occurredDay, long amount, List<ProfileShare> shares) {}
