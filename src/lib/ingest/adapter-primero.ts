import { join, sql, type Sql } from '$lib/schema/sql';
import type { Adapter, AdapterAccount } from './adapter';
import { primeroAt, primeroPlan, type PrimeroRole } from './primero-plan';
import { primeroFeed, primeroRows, primeroSteps, primeroTexts, type PrimeroTable } from './primero-tables'; // prettier-ignore
import { primeroRules } from './primero-rules';
import { primeroCannotFeed } from './primero-words';
import { ruleAccount } from './rule-account';
import { createText, dropTables, readText } from './text-table';

/** Which text table the files of a role are read into. */
const textOf = (role: PrimeroRole) =>
  primeroTexts[role === 'services' || role === 'followups' ? role : 'children'];

/** What feeds each table: files of one role, each row of which can lead to one row. */
const sources: readonly (readonly [PrimeroTable, PrimeroRole])[] = [
  ['cases', 'cases'],
  ['assessments', 'cases'],
  ['assignments', 'cases'],
  ['services', 'services'],
  ['followups', 'followups'],
];

/** Cases of Primero and CPIMS+: the CSV of case fields, or the sheets of the workbook (data-model section 8). */
export const adapterPrimero: Adapter = {
  id: 'primero',
  name: { en: 'Primero / CPIMS+ cases', nb: 'Primero / CPIMS+-saker' },
  plan: (header) => primeroPlan(header),

  async load(engine, files, firstFile, tell, signal) {
    const roles = files.map(({ plan }) => plan.role as PrimeroRole);
    const at = files.map(({ header }) => primeroAt(header));
    const has = (field: string): boolean =>
      field === 'years' ? has('birth') || has('age') : at.some((of) => of(field) >= 0);
    try {
      await engine.run(join(Object.values(primeroTexts).map(createText), sql`; `), { signal });
      for (const [k, file] of files.entries()) {
        tell(file.index, 'loading');
        const text = textOf(roles[k] ?? 'cases');
        await readText(engine, file, k, text, at[k] ?? (() => -1), signal);
      }
      await primeroRows(engine, roles, signal);
      const columns: Record<string, readonly string[]> = {};
      const names: Record<string, readonly string[]> = {};
      for (const [table, role] of sources) {
        const own = [...files.keys()].filter((k) => roles[k] === role);
        const absent =
          (table === 'assignments' && !has('owner')) ||
          (table === 'assessments' && !has('plan') && !has('assessed'));
        if (!own.length || absent) continue;
        const numbers = own.map((k, i): Sql => sql`WHEN ${k} THEN ${firstFile(table) + i}`);
        const fileNo = sql`CASE file ${join(numbers, sql` `)} END`;
        columns[table] = await primeroFeed(engine, table, fileNo, has, signal);
        names[table] = own.map((k) => files[k]?.name ?? '');
      }
      const accounts: AdapterAccount[] = [];
      for (const [k, file] of files.entries()) {
        tell(file.index, 'checking');
        const { rows, rules } = primeroRules(roles[k] ?? 'cases');
        accounts.push(await ruleAccount(engine, file, k, rows, rules, signal));
      }
      return { accounts, columns, files: names, population: null, cannotFeed: primeroCannotFeed };
    } finally {
      const gone = dropTables(engine, primeroSteps);
      gone.catch(() => undefined);
      if (!signal?.aborted) await gone;
    }
  },
};
