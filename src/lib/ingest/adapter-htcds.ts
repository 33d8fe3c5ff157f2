import { sql } from '$lib/schema/sql';
import type { Adapter, AdapterAccount } from './adapter';
import { htcdsCannotFeed, htcdsForm, htcdsPlan } from './htcds-plan';
import { htcdsRules } from './htcds-rules';
import { htcdsFeed, htcdsFeeds, htcdsFields, htcdsRows, htcdsText } from './htcds-tables';
import { ruleAccount } from './rule-account';
import { createText, dropTables, readText } from './text-table';

const ownKey = {
  en: 'The standard has no case key; each row was given a number of its own.',
  nb: 'Standarden har ingen saksnøkkel; hver rad har fått et eget nummer.',
};

/** Case files in the Human Trafficking Case Data Standard, version 2.0 (data-model section 8). */
export const adapterHtcds: Adapter = {
  id: 'htcds',
  name: { en: 'HTCDS 2.0 cases', nb: 'HTCDS 2.0-saker' },
  plan: (header) => htcdsPlan(header),

  async load(engine, files, firstFile, tell, signal) {
    const at = files.map(({ header }) => {
      const forms = header.map(htcdsForm);
      return (column: string) => forms.indexOf(htcdsFields[column] ?? '');
    });
    try {
      await engine.run(createText(htcdsText), { signal });
      for (const [k, file] of files.entries()) {
        tell(file.index, 'loading');
        await readText(engine, file, k, htcdsText, at[k] ?? (() => -1), signal);
      }
      await htcdsRows(engine, signal);
      const columns: Record<string, readonly string[]> = {};
      const accounts: AdapterAccount[] = [];
      for (const table of htcdsFeeds)
        for (const k of files.keys()) {
          const has = (from: string) => (at[k]?.(from) ?? -1) >= 0;
          const fed = await htcdsFeed(engine, table, k, firstFile(table) + k, has, signal);
          columns[table] = [...new Set([...(columns[table] ?? []), ...fed])];
        }
      for (const [k, file] of files.entries()) {
        tell(file.index, 'checking');
        const account = await ruleAccount(engine, file, k, sql`htcds_k`, htcdsRules, signal);
        const count = file.scanned.scan.good - account.excluded;
        if (count)
          account.issues.push({ level: 'note', code: 'key-generated', count, message: ownKey });
        accounts.push(account);
      }
      const names = files.map(({ name }) => name);
      return {
        accounts,
        columns,
        files: Object.fromEntries(htcdsFeeds.map((table) => [table, names])),
        population: null,
        cannotFeed: htcdsCannotFeed,
      };
    } finally {
      const gone = dropTables(engine, [htcdsText.name, 'htcds_k']);
      gone.catch(() => undefined);
      if (!signal?.aborted) await gone;
    }
  },
};
