import type { Engine } from '$lib/engine/engine';
import { name, slot, sql, type Sql } from '$lib/schema/sql';
import type { Adapter, AdapterAccount, AdapterFile } from './adapter';
import { loadRecords } from './load-records';
import { ssda903CannotFeed, ssda903Plan, type Ssda903Role } from './ssda903-plan';
import { ssda903Tables } from './ssda903-tables';

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

  async load(engine, files, firstFile, signal) {
    const ordered = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
    try {
      for (const role of roles) {
        const cells = columns[role].map((column) => sql`, ${name(column.toLowerCase())} VARCHAR`);
        await engine.run(
          sql`CREATE OR REPLACE TABLE ${raw(role)} (file SMALLINT, row BIGINT, child VARCHAR${cells.reduce((all, one) => sql`${all}${one}`, sql``)})`,
        );
      }
      for (const [k, file] of ordered.entries()) await readFile(engine, file, k, signal);
      const result = await ssda903Tables(engine, ordered, firstFile, signal);
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
      for (const role of roles) await engine.run(sql`DROP TABLE IF EXISTS ${raw(role)}`);
    }
  },
};

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
    async () => Number((await engine.query(sql`SELECT count(*)::DOUBLE AS n FROM ${here}`))[0]?.n),
    () => engine.run(sql`DELETE FROM ${here}`),
    signal,
  );
}
