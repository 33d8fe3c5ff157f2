import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { DEMO_NOTICE, demoParts } from '$lib/demo/demo-country';
import { WrongUse } from './exit';
import { readWords } from './words';

/** `demo`: writes the synthetic national data set, one CSV file a table. */
export async function demoCommand(words: string[]): Promise<number> {
  const { places, values } = readWords(words, {
    children: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'boolean' },
  });
  const folder = places[0] ?? '';
  const number = (value: unknown, name: string) => {
    if (value === undefined) return undefined;
    const read = Number(value);
    if (!Number.isSafeInteger(read) || read < 0) throw new WrongUse(`--${name} is a whole number.`);
    return read;
  };
  const options = {
    children: number(values.children, 'children'),
    seed: number(values.seed, 'seed'),
  };
  await mkdir(folder, { recursive: true });
  const files = new Map<string, Awaited<ReturnType<typeof open>>>();
  try {
    for (const { name, text } of demoParts(options)) {
      const file = files.get(name) ?? (await open(join(folder, name), 'w'));
      files.set(name, file);
      await file.write(text);
    }
  } finally {
    for (const file of files.values()) await file.close();
  }
  console.error(`${DEMO_NOTICE.en} ${files.size} files in ${folder}.`);
  if (values.json) console.log(JSON.stringify([...files.keys()]));
  return 0;
}
