import { join, sql, type Sql } from '$lib/schema/sql';
import type { Adapter, AdapterAccount } from './adapter';
import { gbvCannotFeed, gbvFields, gbvPlan } from './gbv-plan';
import {
  gbvFeed,
  gbvFeeds,
  gbvIncidents,
  gbvRows,
  gbvRules,
  gbvSteps,
  gbvText,
} from './gbv-tables';
import { normalForm } from './normal-form';
import { ruleAccount } from './rule-account';
import { createText, dropTables, readText } from './text-table';

/** The incident recorder of Primero's module on gender-based violence (data-model section 8). */
export const adapterGbv: Adapter = {
  id: 'gbv',
  name: { en: 'GBV incident recorder', nb: 'GBV-hendelsesliste' },
  plan: (header) => gbvPlan(header),

  async load(engine, all, firstFile, tell, signal) {
    const files = all.filter(({ plan }) => plan.role === 'incidents');
    const at = files.map(({ header }) => {
      const forms = header.map(normalForm);
      return (column: string) => forms.indexOf(gbvFields[column] ?? '');
    });
    const has = (field: string) => at.some((of) => of(field) >= 0);
    const accounts: AdapterAccount[] = all
      .filter((file) => !files.includes(file))
      .map(({ index, scanned }) => ({ index, warned: 0, excluded: scanned.scan.good, issues: [] }));
    const columns: Record<string, readonly string[]> = {};
    try {
      await engine.run(createText(gbvText), { signal });
      for (const [k, file] of files.entries()) {
        tell(file.index, 'loading');
        await readText(engine, file, k, gbvText, at[k] ?? (() => -1), signal);
      }
      await gbvRows(engine, signal);
      if (files.length)
        for (const table of gbvFeeds) {
          const numbers = files.map((_, k): Sql => sql`WHEN ${k} THEN ${firstFile(table) + k}`);
          const fileNo = sql`CASE file ${join(numbers, sql` `)} END`;
          columns[table] = await gbvFeed(engine, table, fileNo, has, signal);
        }
      for (const [k, file] of files.entries()) {
        tell(file.index, 'checking');
        accounts.push(await ruleAccount(engine, file, k, gbvIncidents, gbvRules, signal));
      }
      const names = files.map(({ name }) => name);
      return {
        accounts,
        columns,
        files: files.length ? Object.fromEntries(gbvFeeds.map((table) => [table, names])) : {},
        population: null,
        cannotFeed: gbvCannotFeed,
      };
    } finally {
      const gone = dropTables(engine, gbvSteps);
      gone.catch(() => undefined);
      if (!signal?.aborted) await gone;
    }
  },
};
