import { presumedAge } from '$lib/schema/presumed-age';
import type { Choice } from '$lib/schema/indicator';
import { sql, type Sql } from '$lib/schema/sql';
import type { Text } from '$lib/schema/text';

const leftOut = ({ options }: Pick<Choice, 'options'>): boolean =>
  options[presumedAge.id] === presumedAge.leftOut;

/**
 * Whether a row of `child` is a child under the choice made; NULL where the age is not known. Who is
 * presumed to be a child counts as one (ruling M16) unless the rule is switched off: then the age is unknown.
 */
export const isChildSql = (choice: Pick<Choice, 'options'>): Sql =>
  leftOut(choice) ? sql`(CASE WHEN NOT age_presumed THEN is_child END)` : sql`is_child`;

/** What a figure says where the rule is switched off. */
export const presumedNotes = (choice: Pick<Choice, 'options'>): Text[] =>
  leftOut(choice) ? [note] : [];

const note: Text = {
  en: 'Persons whose age is not known and who were presumed to be children are left out: the rule that counts them is switched off.',
  nb: 'Personer med ukjent alder som ble antatt å være barn, er utelatt: regelen som regner dem med, er slått av.',
};
