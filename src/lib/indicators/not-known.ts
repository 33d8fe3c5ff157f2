import { sql } from '$lib/schema/sql';

/**
 * Reasons for an empty moment that leave open whether it has come: a list for `IN`. A cell that is
 * merely empty says that it has not (`not_recorded`).
 */
export const notKnown = sql`('unknown'::e_missing, 'not_asked'::e_missing, 'refused'::e_missing, 'withheld'::e_missing, 'unreadable'::e_missing)`;
