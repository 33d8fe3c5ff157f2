import { readFile, writeFile } from 'node:fs/promises';
import { nativeEngine } from '$lib/engine/native';
import { drift, driftByReport, type FileDrift } from '$lib/ingest/drift';
import { driftWords, keysWords, missingFilesWords } from '$lib/ingest/drift-words';
import { seenIn } from '$lib/ingest/import-drift';
import { importFiles } from '$lib/ingest/import-files';
import type { ImportReport } from '$lib/ingest/import-report';
import { parseRecipe, withSeen, type Recipe } from '$lib/ingest/recipe';
import { inLanguage } from '$lib/schema/in-language';
import { decide, decideOptions } from './decide';
import { Refused } from './exit';
import { openFiles } from './open-files';
import { unconfirmedLines } from './unconfirmed-lines';
import { oneOf, printJson, readWords } from './words';

/** Options of every command that loads files. */
export const loadOptions = {
  recipe: { type: 'string' },
  confirm: { type: 'string' },
  ...decideOptions,
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
  const confirm = oneOf(values.confirm, ['all', 'synonym', 'exact'], 'confirm');
  const decisions = await decide(values, files, recipe);
  const engine = await nativeEngine();
  try {
    const result = await importFiles(files, engine, { recipe, decisions, confirm });
    for (const line of unconfirmedLines(result.reports)) console.error(line);
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
    problems: report.problems,
    identifiers: report.identifiers,
    cannotFeed: report.cannotFeed,
  };
}

function sentence(
  { file, table, records, accepted, warned, rejected, excluded, issues, problems }: ImportReport,
  drifted: FileDrift | null,
): string {
  const head = `${file} → ${table ?? 'not loaded'}: ${records} records = ${accepted} accepted + ${warned} with warnings + ${rejected} rejected + ${excluded} excluded by rule`;
  return [
    head,
    ...issues.map((issue) => `  ${issue.level} ${issue.code}: ${issue.message.en}`),
    ...problems.map(
      ({ column, like, count, lines, expected }) =>
        `  repair ${column} like ${like}: ${count} ${count === 1 ? 'row' : 'rows'}, expected ${expected.en}; from line ${lines[0]}`,
    ),
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
