import type { Engine } from '$lib/engine/engine';
import type { Issue } from '$lib/schema/issue';
import { sql, type Sql } from '$lib/schema/sql';
import type { Adapter, AdapterAccount, AdapterFile } from './adapter';
import { nbNumber } from './nb-number';

/** What a commitment may lack, by column. */
const lacks: readonly (readonly [column: string, where: Sql, en: string, nb: string])[] = [
  ['start_date', sql`started IS NULL`, 'whose activity has no start', 'der aktiviteten ikke har noen start'], // prettier-ignore
  ['amount_committed', sql`amount IS NULL`, 'without an amount from 0', 'uten et beløp fra 0'],
  ['currency', sql`money IS NULL`, 'without a currency of three letters', 'uten valuta med tre bokstaver'], // prettier-ignore
  ['signed_date', sql`day IS NULL AND day_text IS NOT NULL`, 'with a date that cannot be read', 'med en dato som ikke kan leses'], // prettier-ignore
];

/** The account of each IATI file from the tables between the text and `funding`. */
export async function iatiAccounts(
  engine: Engine,
  files: readonly AdapterFile[],
  tell: Parameters<Adapter['load']>[3],
  signal?: AbortSignal,
): Promise<AdapterAccount[]> {
  const accounts: AdapterAccount[] = [];
  const rowsOf = async (from: Sql) =>
    (await engine.query(sql`SELECT row::DOUBLE AS row FROM ${from} ORDER BY row`, { signal })).map(
      ({ row }) => Number(row),
    );
  for (const [k, { index, plan, scanned }] of files.entries()) {
    tell(index, 'checking');
    const { good, lines } = scanned.scan;
    const issue = (one: Omit<Issue, 'count' | 'lines'>, rows: readonly number[]): Issue[] =>
      rows.length
        ? [{ ...one, count: rows.length, lines: rows.slice(0, 20).map((row) => lines.lineOf(row)) }]
        : [];
    if (plan.role === 'unused') {
      accounts.push({ index, warned: 0, excluded: good, issues: [] });
      continue;
    }
    if (plan.role === 'activities') {
      const idle = await rowsOf(
        sql`iati_a WHERE file = ${k} AND (id IS NULL OR id NOT IN (SELECT id FROM iati_g WHERE id IS NOT NULL))`,
      );
      const words = {
        en: `${idle.length} ${idle.length === 1 ? 'activity' : 'activities'} without an incoming commitment left out.`,
        nb: `${nbNumber(idle.length)} ${idle.length === 1 ? 'aktivitet' : 'aktiviteter'} uten mottatt tilsagn er utelatt.`,
      };
      const issues = issue({ level: 'note', code: 'no-commitment', message: words }, idle);
      accounts.push({ index, warned: 0, excluded: idle.length, issues });
      continue;
    }
    const others = await rowsOf(sql`iati_t WHERE file = ${k} AND kind IS DISTINCT FROM '11'`);
    const issues = issue(
      {
        level: 'note',
        code: 'other-transactions',
        message: {
          en: `${others.length} transactions that are no incoming commitment (type 11) left out.`,
          nb: `${nbNumber(others.length)} transaksjoner som ikke er mottatte tilsagn (type 11), er utelatt.`,
        },
      },
      others,
    );
    const warned = new Set<number>();
    for (const [column, where, en, nb] of lacks) {
      const rows = await rowsOf(sql`iati_g WHERE file = ${k} AND ${where}`);
      rows.forEach((row) => warned.add(row));
      const message = {
        en: `${rows.length} ${rows.length === 1 ? 'commitment' : 'commitments'} ${en}.`,
        nb: `${nbNumber(rows.length)} tilsagn ${nb}.`,
      };
      issues.push(
        ...issue({ level: 'warning', code: 'required-cell-empty', column, message }, rows),
      );
    }
    accounts.push({ index, warned: warned.size, excluded: others.length, issues });
  }
  return accounts;
}
