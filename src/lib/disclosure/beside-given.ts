import type { CountTable } from './draft';
import { givenTables } from './given';
import type { Given } from './given';
import type { Entry } from './lay-over';
import type { Spot } from './spot';
import type { Key } from './table';

/** What a figure says of counts that other figures show too. */
export interface GivenSource {
  /** Counts in the tables of a spot that are protected before these. */
  readonly given?: (
    tables: readonly CountTable[],
    spot: Spot,
    signal: AbortSignal,
  ) => Promise<readonly Given[]>;
  /**
   * Shown counts (texts of keys by table) to be withheld, by table, because others are shown that are too near.
   * `undefined`: those that would be too near to other figures if all were shown.
   */
  readonly near?: (
    tables: readonly CountTable[],
    shown: readonly (readonly string[])[] | undefined,
    spot: Spot,
    signal: AbortSignal,
  ) => Promise<readonly (readonly Key[])[]>;
}

/** How often what is withheld may let other counts be shown that are too near; then nothing is. */
const MOST_PASSES = 3;

/** What is too near to other counts, by table. */
type Guarded = readonly (readonly Key[])[];

/**
 * Protects tables beside what is given of them, as tables released before, with what would be too near to other
 * figures withheld, and again with what still is: what is near to an earlier question of the same figure.
 */
export async function besideGiven<T extends { readonly shown: readonly (readonly string[])[] }>(
  source: GivenSource,
  tables: readonly CountTable[],
  spot: Spot,
  signal: AbortSignal,
  judge: (known: Entry['tables'], guarded: Guarded) => Promise<T>,
): Promise<{ judged: T; given: Entry['tables'] }> {
  const given = givenTables(tables, (await source.given?.(tables, spot, signal)) ?? []);
  const none: Guarded = tables.map(() => []);
  const nearTo = async (shown?: T['shown']): Promise<Guarded> =>
    (await source.near?.(tables, shown, spot, signal)) ?? none;
  let guarded = await nearTo();
  let judged = await judge(given, guarded);
  for (let pass = 0; pass <= MOST_PASSES; pass++) {
    const near = await nearTo(judged.shown);
    if (near.every((keys) => keys.length === 0)) break;
    if (pass === MOST_PASSES) judged = { ...judged, shown: judged.shown.map(() => []) };
    else {
      guarded = guarded.map((keys, at) => [...keys, ...near[at]!]);
      judged = await judge(given, guarded);
    }
  }
  return { judged, given };
}
