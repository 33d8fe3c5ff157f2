import type { Engine } from '$lib/engine/engine';
import { sql, type Sql } from '$lib/schema/sql';
import type { Text } from '$lib/schema/text';
import type { Adapter, AdapterAccount, AdapterFile } from './adapter';
import { ruleAccount, type Rule } from './rule-account';

/** An episode of the same child that had begun and not ended, its last day included. */
const placed = sql`EXISTS (SELECT 1 FROM ssda903_e e WHERE e.child = t.child AND e.started <= t.started AND (e.ended IS NULL OR t.started <= e.ended))`;
const repeated: Rule = {
  code: 'repeated-in-another-year',
  where: sql`NOT kept`,
  does: 'excluded',
  words: {
    en: 'are told again by the file of another year and counted there.',
    nb: 'er oppgitt på nytt i filen for et annet år og telles der.',
  },
};
const noCase = (words: Text): Rule => ({
  code: 'no-case',
  where: sql`kept AND NOT EXISTS (SELECT 1 FROM ssda903_c c WHERE c.child = t.child)`,
  does: 'warned',
  words,
});

/** What is read of each table of the return, and the rules its rows are held against in order. */
const rules: Readonly<Record<string, { readonly rows: Sql; readonly rules: readonly Rule[] }>> = {
  header: {
    rows: sql`(SELECT h.*, c.key, c.t0 FROM ssda903_h h LEFT JOIN ssda903_c c ON c.child = h.child)`,
    rules: [
      {
        code: 'child-twice',
        where: sql`turn > 1`,
        does: 'excluded',
        words: {
          en: 'belong to a child that another row of the header describes already.',
          nb: 'gjelder et barn som en annen rad i header-filen allerede beskriver.',
        },
      },
      {
        code: 'no-episode',
        where: sql`turn = 1 AND key IS NULL`,
        does: 'excluded',
        words: {
          en: 'belong to a child without an episode of care in these files: it has no first day (T0) and is excluded by rule.',
          nb: 'gjelder et barn uten en plasseringsperiode i disse filene: Det har ingen første dag (T0) og er utelatt etter regel.',
        },
      },
      {
        code: 'value-not-in-code-list',
        where: sql`turn = 1 AND key IS NOT NULL AND sex NOT IN ('1', '2')`,
        does: 'warned',
        words: {
          en: 'have a sex other than 1 or 2; the value is left out.',
          nb: 'har et annet kjønn enn 1 eller 2; verdien er utelatt.',
        },
      },
      {
        code: 'age-not-computed',
        where: sql`turn = 1 AND key IS NOT NULL AND dob IS NOT NULL AND (born IS NULL OR born > t0 OR born < t0 - INTERVAL 26 YEAR)`,
        does: 'warned',
        words: {
          en: 'have a birth date that gives no age from 0 to 25 at the first day of care; the age is left out.',
          nb: 'har en fødselsdato som ikke gir en alder fra 0 til 25 på den første dagen under omsorg; alderen er utelatt.',
        },
      },
    ],
  },
  episodes: {
    rows: sql`ssda903_eb`,
    rules: [
      repeated,
      noCase({
        en: 'belong to a child that no header row describes. They are kept, but count for no child.',
        nb: 'gjelder et barn som ingen rad i header-filen beskriver. De beholdes, men teller ikke for noe barn.',
      }),
      {
        code: 'cell-not-a-date',
        where: sql`kept AND ((started IS NULL AND decom IS NOT NULL) OR (ended IS NULL AND dec IS NOT NULL))`,
        does: 'warned',
        words: {
          en: 'have a day that cannot be read; it is left out.',
          nb: 'har en dag som ikke kan leses; den er utelatt.',
        },
      },
    ],
  },
  missing: {
    rows: sql`ssda903_mb`,
    rules: [
      repeated,
      noCase({
        en: 'belong to a child without a header row or an episode of care. They are kept, but count for no child.',
        nb: 'gjelder et barn uten en rad i header-filen eller uten en plasseringsperiode. De beholdes, men teller ikke for noe barn.',
      }),
      {
        code: 'cell-not-a-date',
        where: sql`kept AND ((started IS NULL AND mis_start IS NOT NULL) OR (ended IS NULL AND mis_end IS NOT NULL))`,
        does: 'warned',
        words: {
          en: 'have a day that cannot be read; it is left out.',
          nb: 'har en dag som ikke kan leses; den er utelatt.',
        },
      },
      {
        code: 'missing-outside-placement',
        where: sql`kept AND started IS NOT NULL AND NOT ${placed}`,
        does: 'warned',
        words: {
          en: 'begin on a day on which the child was in no placement (last day included). They are kept.',
          nb: 'begynner på en dag da barnet ikke var plassert (siste dag medregnet). De beholdes.',
        },
      },
    ],
  },
  uasc: {
    rows: sql`(SELECT u.*, c.key, TRUE AS kept FROM ssda903_uasc u LEFT JOIN (SELECT child, key FROM ssda903_c) c ON c.child = u.child)`,
    rules: [
      {
        ...noCase({
          en: 'belong to a child that has no case: no header row or no episode of care.',
          nb: 'gjelder et barn som ikke har noen sak: ingen rad i header-filen eller ingen plasseringsperiode.',
        }),
        does: 'excluded',
      },
    ],
  },
};

/** Holds every row of the return against the rules; a row is counted once, by the first that fits. */
export async function ssda903Accounts(
  engine: Engine,
  files: readonly AdapterFile[],
  lastDay: string | null,
  tell: Parameters<Adapter['load']>[3],
  signal?: AbortSignal,
): Promise<AdapterAccount[]> {
  const accounts: AdapterAccount[] = [];
  for (const [k, file] of files.entries()) {
    const own = rules[file.plan.role];
    if (!own) continue;
    tell(file.index, 'checking');
    const account = await ruleAccount(engine, file, k, own.rows, own.rules, signal);
    if (file.plan.role === 'header' && lastDay)
      account.issues.push({
        level: 'note',
        code: 'followup-end-assumed',
        count: 1,
        message: {
          en: `The end of follow-up is taken as ${lastDay}, the end of the return year of the latest date in the files.`,
          nb: `Slutten på oppfølgingen er satt til ${lastDay}, slutten på rapporteringsåret for den siste datoen i filene.`,
        },
      });
    accounts.push(account);
  }
  return accounts;
}
