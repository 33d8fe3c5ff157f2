import type { Engine } from '$lib/engine/engine';
import { catalogue } from '$lib/indicators/catalogue';
import { checkFiles, type CheckResult } from '$lib/measure/check-files';
import { prepare } from '$lib/measure/prepare';
import type { Linked } from '$lib/measure/candidates';
import { linkageRules } from '$lib/measure/linkage-rules';
import { uniqueness } from '$lib/measure/uniqueness';
import { keyScopes } from '$lib/schema/linkage';
import { Refused } from './exit';
import { load, loadOptions } from './import-command';
import { linkageJson, linkageLines } from './linkage-lines';
import { uniquenessLines } from './uniqueness-lines';
import { printJson, readWords } from './words';

/**
 * `check`: loads files and tests the rules between rows and files. Counts are those of the files, as in
 * `import`; keys of rows are not printed. With `--uniqueness` it counts instead how far quasi-identifiers
 * single out children, with `--linkage` the pairs of records of two organisations that may be one child.
 */
export async function checkCommand(words: string[]): Promise<number> {
  const { places, values } = readWords(words, {
    ...loadOptions,
    uniqueness: { type: 'boolean' },
    linkage: { type: 'boolean' },
    'key-scope': { type: 'string' },
    json: { type: 'boolean' },
  });
  console.error('True counts, for people entitled to the records. Not for release.');
  const { engine, result } = await load(places, values);
  try {
    const { facts, loaded, reports } = result;
    if (!loaded || !facts)
      throw new Refused(
        reports
          .flatMap(({ file, issues }) =>
            issues
              .filter(({ level }) => level === 'error')
              .map(({ message }) => `${file}: ${message.en}`),
          )
          .join('\n') || 'The files could not be loaded.',
      );
    if (values.linkage) {
      const found = await compared(engine, result, String(values['key-scope'] ?? ''));
      if (values.json) printJson(linkageJson(found));
      else console.log(linkageLines(found));
      return 0;
    }
    const prepared = await prepare(engine, facts, undefined, result.recipe.linkage);
    if (values.uniqueness) {
      const found = await uniqueness({ engine, facts, prepared });
      if (!found) throw new Refused('Uniqueness needs case files with a quasi-identifier.');
      if (values.json) printJson(found);
      else console.log(uniquenessLines(found));
      return 0;
    }
    const results = await checkFiles({ engine, facts, prepared }, catalogue);
    if (values.json) printJson(results.map(withoutKeys));
    else for (const one of results) console.log(lines(one));
    return 0;
  } finally {
    await engine.close();
  }
}

/** Compares records of two organisations by every rule, with the decisions of the recipe. */
async function compared(
  engine: Engine,
  { facts, recipe }: Awaited<ReturnType<typeof load>>['result'],
  asked: string,
): Promise<Linked> {
  const scope = keyScopes.find((one) => one === asked);
  if (asked && !scope) throw new Refused(`--key-scope takes one of ${keyScopes.join(', ')}.`);
  const files = facts?.tables.cases?.files ?? [];
  const saved = recipe.linkage ?? { salt: '0'.repeat(32), scopes: {}, same: [], different: [] };
  const scopes = scope ? Object.fromEntries(files.map((file) => [file, scope])) : saved.scopes;
  const linkage = { ...saved, scopes, rules: linkageRules.length };
  const links = facts && (await prepare(engine, facts, undefined, linkage)).links;
  if (!links)
    throw new Refused(
      'Records are compared where case files have exact dates or months: offsets and shifted dates of two organisations are on no one clock.',
    );
  return links;
}

/** Keys are pseudonyms of children and belong in no file. */
function withoutKeys({ keys, ...result }: CheckResult): Omit<CheckResult, 'keys'> {
  void keys;
  return result;
}

function lines({ code, level, state, words, sentence, effect, tables, indicators }: CheckResult) {
  const head = `${code} ${level}, ${state}: ${words.en}`;
  if (state !== 'fails') return `${head}\n  ${sentence.en}`;
  const broken = tables
    .filter(({ failing }) => failing > 0)
    .map(({ table, tested, failing }) => `${table} ${failing} of ${tested}`);
  return [
    head,
    `  ${sentence.en} ${broken.join(', ')}.`,
    ...(effect ? [`  ${effect.en}`] : []),
    ...(indicators.length ? [`  Touches ${indicators.join(', ')}.`] : []),
  ].join('\n');
}
