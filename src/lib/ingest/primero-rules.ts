import { list, name, sql, type Sql } from '$lib/schema/sql';
import type { Text } from '$lib/schema/text';
import { accountWords } from './account-words';
import { spellingMap, squashedSql } from './feed-sql';
import { primeroAnyPhase, primeroCodes, primeroPhases } from './primero-codes';
import type { PrimeroRole } from './primero-plan';
import { primeroMixed, primeroOddConcern } from './primero-tables';
import type { Rule } from './rule-account';

const rule = (
  code: string,
  column: string | undefined,
  where: Sql,
  does: Rule['does'],
  en: string,
  nb: string,
): Rule => ({
  code,
  ...(column === undefined ? {} : { column }),
  where,
  does,
  words: { en, nb },
});
const odd = (
  column: string,
  cell: Sql,
  codes: Readonly<Record<string, string>>,
  also: readonly string[] = ['unknown'],
): Rule => ({
  // prettier-ignore
  code: 'value-not-in-code-list',
  column,
  where: sql`key IS NOT NULL AND ${cell} IS NOT NULL AND ${spellingMap(codes)}[${squashedSql(cell)}] IS NULL AND ${squashedSql(cell)} NOT IN ${list(also)}`,
  does: 'warned',
  words: accountWords.noCode,
});
const unread: Text = {
  en: 'have a day that cannot be read; it is left out.',
  nb: 'har en dag som ikke kan leses; den er utelatt.',
};
const day = (column: string, cell: string): Rule => ({
  code: 'cell-not-a-date',
  column,
  where: sql`key IS NOT NULL AND ${name(cell)} IS NOT NULL AND ${name(`${cell}_d`)} IS NULL`,
  does: 'warned',
  words: unread,
});

const noId = rule(
  'no-id',
  undefined,
  sql`id IS NULL`,
  'excluded',
  'have no id, so nothing says which child they belong to.',
  'har ingen id, så ingenting sier hvilket barn de gjelder.',
);
const noCase = rule(
  'no-case',
  undefined,
  sql`id IS NOT NULL AND key IS NULL`,
  'excluded',
  'belong to no case that is read: it is not in these files, or it is left out itself.',
  'hører ikke til noen sak som leses: Den er ikke i disse filene, eller den er selv utelatt.',
);
const twice = rule(
  'child-twice',
  undefined,
  sql`id IS NOT NULL AND key IS NOT NULL AND turn > 1`,
  'excluded',
  'tell of a case that an earlier row of the same kind tells of already; what that row lacks is taken from here.',
  'gjelder en sak som en tidligere rad av samme slag allerede gjelder; det den raden mangler, tas herfra.',
);
const left = rule(
  'transferred-or-duplicate',
  undefined,
  sql`gone`,
  'excluded',
  'carry the status transferred or duplicate: they are left out, with all rows that belong to them.',
  'har statusen overført eller dublett: De er utelatt, med alle rader som hører til dem.',
);
const otherConcern = rule(
  'no-exploitation',
  'protection_concerns',
  sql`idle AND NOT gone`,
  'excluded',
  'carry protection concerns of which none is exploitation: they are no cases of this field and left out, with all rows that belong to them.',
  'har beskyttelsesbehov der ingen er utnyttelse: De er ikke saker på dette feltet og er utelatt, med alle rader som hører til dem.',
);
const noDay = rule(
  'no-intake-day',
  'registration_date',
  sql`key IS NOT NULL AND turn = 1 AND t0 IS NULL`,
  'warned',
  'have no day of registration that can be read: they belong to no period.',
  'har ingen lesbar registreringsdag: De hører ikke til noen periode.',
);
const noAge = rule(
  'age-not-computed',
  'date_of_birth',
  sql`key IS NOT NULL AND turn = 1 AND t0 IS NOT NULL AND COALESCE(birth, age) IS NOT NULL AND years IS NULL`,
  'warned',
  'have a birth date or an age that gives no age at registration; the age is left out.',
  'har en fødselsdato eller alder som ikke gir en alder ved registrering; alderen er utelatt.',
);
const mixed = rule(
  'code-not-separable',
  'protection_concerns',
  sql`key IS NOT NULL AND concerns IS NOT NULL AND ${primeroMixed}`,
  'warned',
  'carry a concern that stands for several things at once (trafficked or smuggled, worst forms of child labour): no status and no form follow from it.',
  'har et beskyttelsesbehov som står for flere ting på en gang (menneskehandel eller smugling, de verste formene for barnearbeid): Ingen status og ingen form følger av det.',
);
const oddConcern = rule(
  'value-not-in-code-list',
  'protection_concerns',
  sql`key IS NOT NULL AND concerns IS NOT NULL AND ${primeroOddConcern}`,
  'warned',
  'carry a concern that is not in the published list; it is left out, the row is kept.',
  'har et beskyttelsesbehov som ikke er i den publiserte listen; det er utelatt, raden beholdes.',
);
const noFollowup = rule(
  'required-cell-empty',
  'followup_date',
  sql`key IS NOT NULL AND held IS NULL`,
  'warned',
  accountWords.empty.en,
  accountWords.empty.nb,
);

/** What can stand in any file about the case itself. */
const fields: readonly Rule[] = [
  odd('sex', sql`sex`, primeroCodes.sex),
  odd('status', sql`status`, primeroCodes.open),
  odd('closure_reason', sql`reason`, primeroCodes.closure),
  odd('protection_status', sql`protection`, primeroCodes.accompaniment),
  oddConcern,
  mixed,
  ...['moved', 'closed', 'plan', 'assessed'].map((one) => day(one, one)),
];

/** One row a case, with what the case became. */
const rowsOfCases = sql`(SELECT r.*, c.key, c.said, c.forms, c.gone, c.idle, c.years, c.registered_d AS t0 FROM primero_r r LEFT JOIN primero_c c ON c.id = r.id)`;

/** Where the rows of a file of each role stand, and what they are held against, in order. */
export function primeroRules(role: PrimeroRole): {
  readonly rows: Sql;
  readonly rules: readonly Rule[];
} {
  const ofRow = (table: string) => sql`(SELECT *, ref AS id FROM ${name(table)})`;
  switch (role) {
    case 'services':
      return {
        rows: ofRow('primero_sr'),
        rules: [noId, noCase, odd('service_type', sql`service`, primeroCodes.service), odd('service_implemented', sql`implemented`, { implemented: '', not_implemented: '' }), day('service_response_day_time', 'created'), day('service_implemented_day_time', 'done')], // prettier-ignore
      };
    case 'followups':
      return {
        rows: ofRow('primero_fr'),
        rules: [noId, noCase, noFollowup, day('followup_date', 'held'), odd('followup_type', sql`followup`, primeroPhases, [...primeroAnyPhase, 'unknown'])], // prettier-ignore
      };
    case 'cases':
      return {
        rows: rowsOfCases,
        rules: [noId, left, otherConcern, twice, noDay, noAge, ...fields],
      };
    default:
      return { rows: rowsOfCases, rules: [noId, noCase, twice, ...fields] };
  }
}
