import { readFile, writeFile } from 'node:fs/promises';
import { nativeEngine } from '$lib/engine/native';
import { drift, driftByReport, type FileDrift } from '$lib/ingest/drift';
import { driftWords, keysWords, missingFilesWords } from '$lib/ingest/drift-words';
import { seenIn } from '$lib/ingest/import-drift';
import { importFiles, type Decisions } from '$lib/ingest/import-files';
import { encodings, type ImportReport } from '$lib/ingest/import-report';
import { parseRecipe, withSeen, type Recipe } from '$lib/ingest/recipe';
import { inLanguage } from '$lib/schema/in-language';
import { Refused, WrongUse } from './exit';
import { openFiles } from './open-files';
import { printJson, readWords } from './words';

/** Options of every command that loads files. */
export const loadOptions = {
  recipe: { type: 'string' },
  drop: { type: 'string', multiple: true },
  'day-first': { type: 'string', multiple: true },
  'month-first': { type: 'string', multiple: true },
  encoding: { type: 'string', multiple: true },
  'header-rows': { type: 'string', multiple: true },
} as const;

/**
 * `import`: loads files and prints the account of each, with a recipe also what changed since it was
 * made; exit 1 if any was stopped.
 */
export async function importCommand(words: string[]): Promise<number> {
  const { places, values } = readWords(words, {
    ...loadOptions,
    'save-recipe': { type: 'string' },
    json: { type: 'boolean' },
  });
  const { engine, result, recipe } = await load(places, values);
  const { reports } = result;
  const saves = values['save-recipe'];
  let seen = null;
  try {
    if (recipe || saves) seen = await seenIn(engine, result);
  } finally {
    await engine.close();
  }
  if (typeof saves === 'string')
    await writeFile(saves, `${JSON.stringify(withSeen(result.recipe, seen), null, 2)}\n`);
  const found = recipe ? drift(recipe, result.recipe, seen) : null;
  const missing = found && missingFilesWords(found);
  if (missing) console.error(missing.en);
  const drifts = driftByReport(found, reports);
  if (values.json) {
    const accounts = reports.map((report, i) => {
      const drifted = drifts[i];
      return { ...account(report), ...(drifted ? { drift: drifted } : {}) };
    });
    printJson(inLanguage(accounts, 'en'));
  } else {
    reports.forEach((report, i) => console.log(sentence(report, drifts[i] ?? null)));
    if (found) console.log(keysWords.en);
  }
  return result.loaded ? 0 : 1;
}

/** Loads files into a native engine; the caller closes it. */
export async function load(
  places: readonly string[],
  values: Readonly<Record<string, unknown>>,
): Promise<{
  engine: Awaited<ReturnType<typeof nativeEngine>>;
  result: Awaited<ReturnType<typeof importFiles>>;
  recipe: Recipe | undefined;
}> {
  const files = await openFiles(places);
  const recipe = typeof values.recipe === 'string' ? await readRecipe(values.recipe) : undefined;
  const engine = await nativeEngine();
  try {
    const result = await importFiles(files, engine, { recipe, decisions: decisions(values) });
    return { engine, result, recipe };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** The account of a file as section 11 of the design prints it. */
function account(report: ImportReport) {
  const { file, table, adapter, records, accepted, warned, rejected, excluded, blankLines } =
    report;
  return {
    file,
    table,
    adapter,
    records,
    accepted,
    warned,
    rejected,
    excluded,
    blankLines,
    issues: report.issues,
    identifiers: report.identifiers,
    cannotFeed: report.cannotFeed,
  };
}

function sentence(
  { file, table, records, accepted, warned, rejected, excluded, issues }: ImportReport,
  drifted: FileDrift | null,
): string {
  const head = `${file} → ${table ?? 'not loaded'}: ${records} records = ${accepted} accepted + ${warned} with warnings + ${rejected} rejected + ${excluded} excluded by rule`;
  return [
    head,
    ...issues.map((issue) => `  ${issue.level} ${issue.code}: ${issue.message.en}`),
    ...(drifted ? driftWords(drifted).map((words) => `  drift: ${words.en}`) : []),
  ].join('\n');
}

async function readRecipe(path: string): Promise<Recipe> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) throw new Refused(`${path} cannot be read.`);
  try {
    return parseRecipe(text);
  } catch (error) {
    throw new Refused(error instanceof Error ? error.message : `${path} is not a recipe.`);
  }
}

/** What stands behind the colon of an option. */
const written: Readonly<Record<string, string>> = {
  drop: 'COLUMN',
  'day-first': 'COLUMN',
  'month-first': 'COLUMN',
  encoding: 'ENCODING',
  'header-rows': 'NUMBER',
};

function decisions(values: Readonly<Record<string, unknown>>): Decisions {
  const pairs = (name: string) =>
    ((values[name] as string[] | undefined) ?? []).map((pair) => {
      const [file, column] = [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)];
      if (!pair.includes(':')) throw new WrongUse(`--${name} is written FILE:${written[name]}.`);
      return { file, column };
    });
  return {
    drop: pairs('drop'),
    dateOrder: [
      ...pairs('day-first').map((pair) => ({ ...pair, order: 'day-first' as const })),
      ...pairs('month-first').map((pair) => ({ ...pair, order: 'month-first' as const })),
    ],
    encoding: pairs('encoding').map(({ file, column }) => {
      const encoding = encodings.find((one) => one === column);
      if (!encoding) throw new WrongUse(`--encoding knows ${encodings.join(', ')}.`);
      return { file, encoding };
    }),
    dialect: pairs('header-rows').map(({ file, column }) => {
      if (!/^[1-5]$/.test(column)) throw new WrongUse('--header-rows takes a number from 1 to 5.');
      return { file, headerRows: Number(column) };
    }),
  };
}
