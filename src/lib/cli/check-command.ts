import { catalogue } from '$lib/indicators/catalogue';
import { checkFiles, type CheckResult } from '$lib/measure/check-files';
import { prepare } from '$lib/measure/prepare';
import { uniqueness } from '$lib/measure/uniqueness';
import { Refused } from './exit';
import { load, loadOptions } from './import-command';
import { uniquenessLines } from './uniqueness-lines';
import { printJson, readWords } from './words';

/**
 * `check`: loads files and tests the rules between rows and files. Counts are those of the files, as in
 * `import`; keys of rows are not printed. With `--uniqueness` it counts instead how far quasi-identifiers
 * single out children.
 */
export async function checkCommand(words: string[]): Promise<number> {
  const { places, values } = readWords(words, {
    ...loadOptions,
    uniqueness: { type: 'boolean' },
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
    const prepared = await prepare(engine, facts);
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
