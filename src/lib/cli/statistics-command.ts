import { run } from '$lib/statistics/methods';
import { Refused } from './exit';
import { readJson } from './protect-command';
import { printJson, readWords } from './words';

interface Case {
  readonly id?: unknown;
  readonly method?: unknown;
  readonly input?: unknown;
}

/** `statistics`: runs reference cases `[{id, method, input}]` and prints `[{id, output}]`. */
export async function statisticsCommand(words: string[]): Promise<number> {
  const { places } = readWords(words, { json: { type: 'boolean' } });
  const given = await readJson(places[0] ?? '');
  const cases = Array.isArray(given) ? given : (given as { cases?: unknown } | null)?.cases;
  if (!Array.isArray(cases)) throw new Refused('The file holds no list of cases.');
  const results: { id: unknown; output: unknown }[] = [];
  for (const each of cases as (Case | null)[])
    results.push({
      id: each?.id ?? null,
      output: await run(String(each?.method ?? ''), each?.input),
    });
  printJson(results);
  return 0;
}
