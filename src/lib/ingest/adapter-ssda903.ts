import type { Engine } from '$lib/engine/engine';
import { join, name, slot, sql, type Sql } from '$lib/schema/sql';
import type { Adapter, AdapterAccount, AdapterFile } from './adapter';
import { loadRecords } from './load-records';
import { ssda903CannotFeed, ssda903Plan, type Ssda903Role } from './ssda903-plan';
import { ssda903Steps, ssda903Tables } from './ssda903-tables';

/** Text tables that exist only while a return is read; they hold birth dates and are dropped. */
const raw = (role: Ssda903Role) => name(`ssda903_${role}`);
const roles = ['header', 'episodes', 'missing', 'uasc'] as const;

/** Columns of each text table, in order, after `file`, `row` and `child`. */
const columns: Readonly<Record<(typeof roles)[number], readonly string[]>> = {
  header: ['SEX', 'DOB'],
  episodes: ['DECOM', 'DEC', 'PLACE'],
  missing: ['MIS_START', 'MIS_END', 'MISSING'],
  uasc: [],
};

/** England's statutory return on children looked after, several years in any order (ruling S17). */
export const adapterSsda903: Adapter = {
  id: 'ssda903',
  name: { en: 'SSDA903 return (England)', nb: 'SSDA903-rapportering (England)' },
  plan: (header) => ssda903Plan(header),

  async load(engine, files, firstFile, tell, signal) {
    const ordered = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
    try {
      const empty = roles.map((role) => {
        const cells = columns[role].map((column) => sql`${name(column.toLowerCase())} VARCHAR`);
        const all = [sql`file SMALLINT, row BIGINT, child VARCHAR`, ...cells];
        return sql`CREATE OR REPLACE TABLE ${raw(role)} (${join(all)})`;
      });
      await engine.run(join(empty, sql`; `), { signal });
      for (const [k, file] of ordered.entries()) {
        tell(file.index, 'loading');
        await readFile(engine, file, k, signal);
      }
      const result = await ssda903Tables(engine, ordered, firstFile, tell, signal);
      const unused = ordered
        .filter(({ plan }) => plan.role === 'unused')
        .map((file): AdapterAccount => ({
          index: file.index,
          warned: 0,
          excluded: file.scanned.scan.good,
          issues: [],
        }));
      return {
        ...result,
        accounts: [...result.accounts, ...unused],
        population: {
          en: 'children looked after, not known victims',
          nb: 'barn under omsorg, ikke kjente ofre',
        },
        cannotFeed: ssda903CannotFeed,
      };
    } finally {
      const gone = dropSsda903(engine);
      gone.catch(() => undefined);
      if (!signal?.aborted) await gone;
    }
  },
};

/** Forgets all text of the return. */
async function dropSsda903(engine: Engine): Promise<void> {
  const all = [...roles.map(raw), ...ssda903Steps.map(name)];
  await engine.run(
    join(
      all.map((table) => sql`DROP TABLE IF EXISTS ${table}`),
      sql`; `,
    ),
  );
}

async function readFile(
  engine: Engine,
  file: AdapterFile,
  k: number,
  signal?: AbortSignal,
): Promise<void> {
  const role = roles.find((one) => one === file.plan.role);
  if (!role) return;
  const position = (column: string) =>
    file.header.findIndex((header) => header.trim().toUpperCase() === column);
  const cell = (column: string): Sql =>
    position(column) < 0 ? sql`NULL` : sql`NULLIF(trim(${slot(position(column))}), '')`;
  const rest = columns[role].map((column) => sql`, ${cell(column)}`);
  const here = sql`${raw(role)} WHERE file = ${k}`;
  await loadRecords(
    engine,
    file.scanned,
    (source) =>
      sql`INSERT INTO ${raw(role)} SELECT ${k}, row_number() OVER () - 1, ${cell('CHILD')}${rest.reduce((all, one) => sql`${all}${one}`, sql``)} FROM ${source}`,
    sql`DELETE FROM ${here}`,
    signal,
  );
}
