import { readFile } from 'node:fs/promises';
import { protect } from '$lib/disclosure/protect';
import type { ProtectedTable } from '$lib/disclosure/protected-table';
import type { EarlierTable, Table } from '$lib/disclosure/table';
import { Refused, WrongUse } from './exit';
import { protectFormat } from './protect-format';
import { oneOf, printJson, readWords } from './words';

/** `protect`: protects a table, or audits its pattern; exit 1 unless the audit is proven. */
export async function protectCommand(words: string[]): Promise<number> {
  if (words.includes('--help')) {
    console.log(protectFormat);
    return 0;
  }
  const { places, values } = readWords(words, {
    threshold: { type: 'string' },
    level: { type: 'string' },
    intervals: { type: 'boolean' },
    earlier: { type: 'string', multiple: true },
    json: { type: 'boolean' },
  });
  const given = await readJson(places[0] ?? '');
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new Refused('The file holds no table: an object with kind, dims and cells is expected.');
  const threshold = values.threshold === undefined ? undefined : Number(values.threshold);
  if (threshold !== undefined && !Number.isInteger(threshold))
    throw new WrongUse('--threshold is a whole number.');
  const level =
    values.level === undefined ? undefined : oneOf(values.level, ['exact', 'threshold'], 'level');
  const read = await Promise.all([values.earlier ?? []].flat().map(String).map(earlierTables));
  const earlier = [...((given as Table).earlier ?? []), ...read.flat()];
  const table = {
    ...(given as Table),
    ...(earlier.length > 0 && { earlier }),
    ...(threshold === undefined ? {} : { threshold }),
    ...(level ? { level } : {}),
  };
  const result = await protect(table, { intervals: values.intervals === true, effort: 'best' });
  printJson(result);
  if (result.audit.status === 'proven') return 0;
  console.error(`The audit says: ${result.audit.status}.`);
  for (const at of result.audit.collides ?? [])
    console.error(
      `In the way of a safe pattern: ${earlier[at]?.name ?? `earlier table ${at + 1}`}.`,
    );
  return 1;
}

/** The tables of a file that `protect` wrote. Rounded figures are no exact counts and are refused. */
async function earlierTables(path: string): Promise<EarlierTable[]> {
  const file = (await readJson(path)) as Partial<ProtectedTable> | null;
  if (!file || !Array.isArray(file.dims) || !Array.isArray(file.cells))
    throw new Refused(`${path} holds no table.`);
  if (file.rounding) throw new Refused(`${path} holds rounded figures, which are no counts.`);
  return [file as ProtectedTable, ...(file.linked ?? [])].map(({ dims, cells }) => ({
    name: path,
    ...{ dims, cells },
  }));
}

/** A JSON file; refuses what cannot be read without printing its content. */
export async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) throw new Refused(`${path} cannot be read.`);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(`${path} is not JSON.`);
  }
}
