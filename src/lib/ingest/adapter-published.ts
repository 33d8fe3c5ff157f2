import { join, slot, sql } from '$lib/schema/sql';
import { notUsed, type Adapter, type AdapterAccount, type AdapterPlan } from './adapter';
import { chooseTable } from './choose-table';
import { loadRecords } from './load-records';
import { ownEntry } from './own-entry';
import { publishedAccount } from './published-accounts';
import {
  publishedCells,
  publishedColumns,
  publishedText,
  markAgain,
  readCells,
  storeCells,
} from './published-cells';
import { publishedDfe } from './published-dfe';
import type { PublishedShape } from './published-shape';
import { publishedUk } from './published-uk';
import { publishedWorld } from './published-world';

const shapes: readonly PublishedShape[] = [...publishedUk, ...publishedDfe, ...publishedWorld];

const noFigure = {
  en: 'No figure of children is made of published counts: they check totals against their parts and mark breaks in a series.',
  nb: 'Ingen tall om barn lages av publiserte tellinger: De prøver summer mot delene og merker brudd i en serie.',
};

const lower = (header: readonly string[]) =>
  header.map((one) => one.replace(/^\ufeff/, '').trim().toLowerCase()); // prettier-ignore

/** Tables of counts in the form in which a publisher gives them out (data-model section 8). */
export const adapterPublished: Adapter = {
  id: 'published',
  name: { en: 'a published table of counts', nb: 'en publisert tabell med tellinger' },

  plan(header, file): AdapterPlan | null {
    const names = lower(header);
    // Eurostat's TSV has several names in its first cell: `indic_de,geo\time`.
    const parts = names.flatMap((one) => (one.includes('\\time') ? one.split(',') : [one]));
    const shape = shapes.find(
      (one) => one.header.every((name) => parts.includes(name)) && (one.named?.test(file) ?? true),
    );
    if (!shape || (!shape.feeds && chooseTable(header, file).table)) return null;
    const { feeds, cannotFeed, title } = shape;
    return {
      role: shape.role,
      table: feeds ? 'aggregate_counts' : null,
      mapping: header.map((source, at) => {
        const target = feeds ? ownEntry(feeds, names[at] ?? '') : undefined;
        return {
          source,
          target: target ? `aggregate_counts.${target}` : null,
          tier: 'adapter',
          reason: target ? title : notUsed,
        };
      }),
      handled: [],
      issues: feeds
        ? []
        : cannotFeed.map((why) => ({
            level: 'warning',
            code: 'feeds-nothing',
            count: 1,
            message: { en: `${title.en}: ${why.en}`, nb: `${title.nb}: ${why.nb}` },
          })),
      cannotFeed: feeds ? [...cannotFeed, noFigure] : cannotFeed,
    };
  },

  async load(engine, files, firstFile, tell, signal) {
    const run = (statement: Parameters<typeof engine.run>[0]) => engine.run(statement, { signal });
    const accounts: AdapterAccount[] = [];
    const given: string[] = [];
    try {
      await run(publishedCells);
      for (const [k, file] of files.entries()) {
        const { index, name: fileName, plan, header, scanned } = file;
        const shape = shapes.find(({ role }) => role === plan.role);
        tell(index, 'loading');
        if (!shape?.rows) {
          accounts.push({ index, warned: 0, excluded: scanned.scan.good, issues: [] });
          continue;
        }
        const names = lower(header);
        const rows = shape.rows(
          (column) =>
            names.includes(column)
              ? sql`NULLIF(trim(${slot(names.indexOf(column))}), '')`
              : sql`NULL::VARCHAR`,
          names,
          fileName,
        );
        const cells = join(header.map((_, at) => slot(at)));
        await run(publishedText(header.length));
        await loadRecords(
          engine,
          scanned,
          (source) =>
            sql`INSERT INTO published_text SELECT row_number() OVER () - 1, ${cells} FROM ${source}`,
          sql`DELETE FROM published_text`,
          signal,
        );
        await run(readCells(rows, k));
        await run(markAgain(rows, k, names));
        const source = `${shape.source} (${fileName})`;
        await run(storeCells(k, firstFile('aggregate_counts') + given.length, source, rows.ageBasis)); // prettier-ignore
        given.push(fileName);
        tell(index, 'checking');
        accounts.push(await publishedAccount(engine, file, rows, k, signal));
      }
    } finally {
      const gone = engine.run(
        sql`DROP TABLE IF EXISTS published_text; DROP TABLE IF EXISTS published_cells`,
      );
      gone.catch(() => undefined);
      if (!signal?.aborted) await gone;
    }
    return {
      accounts,
      columns: {
        aggregate_counts: publishedColumns,
      },
      files: { aggregate_counts: given },
      population: null,
      cannotFeed: [
        ...new Set(files.filter(({ plan }) => plan.table).flatMap(({ plan }) => plan.cannotFeed)),
      ],
    };
  },
};
