import type { Breakdown } from '$lib/schema/indicator';
import { countedKeys } from './counted-keys';
import type { Request } from './request';
import { timeKeys, type TimeKeys } from './time-keys';
import { times } from './time-sql';

/** The children of one group, period and question, counted by distinct time and outcome. */
export interface TimeGroup {
  readonly period: string;
  readonly by: Readonly<Record<string, string>>;
  readonly of: string;
  readonly keys: TimeKeys;
  /** The keys that somebody has, and how many children have each. */
  readonly at: Int32Array;
  readonly children: Float64Array;
}

/** Reads the rows of a time definition, by period, group and question; a group without rows is left out. */
export async function timeRows(
  request: Request,
  columns: readonly Breakdown[],
): Promise<{ groups: TimeGroup[]; query: string }> {
  const { slices } = request;
  const counted = await countedKeys(request, columns, times);
  const keys = timeKeys(counted.keys);
  const groups: TimeGroup[] = [];
  for (const { codes, keys: met, numbers } of counted.groups) {
    const by = Object.fromEntries(columns.map((column, i) => [column, String(codes[i])]));
    const size = new Int32Array(keys.questions.length);
    for (let i = 0; i < met.length; i++) size[keys.question[met[i]!]!]!++;
    const own = keys.questions.map(({ slice, of }, question) => {
      const [at, children] = [new Int32Array(size[question]!), new Float64Array(size[question]!)];
      return { period: slices[slice]?.id ?? '', by, of, keys, at, children };
    });
    const children = numbers.children ?? [];
    size.fill(0);
    for (let i = 0; i < met.length; i++) {
      const question = keys.question[met[i]!]!;
      const place = size[question]!++;
      own[question]!.at[place] = met[i]!;
      own[question]!.children[place] = children[i]!;
    }
    groups.push(...own.filter(({ at }) => at.length > 0));
  }
  return { groups, query: counted.query };
}

/** A group of nobody. */
export const nobody: TimeGroup = {
  period: '',
  by: {},
  of: '',
  keys: timeKeys([]),
  at: new Int32Array(0),
  children: new Float64Array(0),
};
