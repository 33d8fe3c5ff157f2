import { rateIsShown } from './rates';
import type { SolverSource } from './solver';
import type { System } from './system';
import { allTables, isAudit, keyText, levelOf } from './table';
import type { Key, LinkedTable, Rate, Table } from './table';
import type { Witness } from './witness';

export interface ProtectOptions {
  /** `fast`: built-in solver and heuristics where they suffice. `best`: also look for the least. */
  readonly effort?: 'fast' | 'best';
  /** Cells of the main table to keep visible where a safe pattern allows it. */
  readonly forceVisible?: readonly Key[];
  /** Milliseconds for looking for a smaller pattern; safety and proof are not cut short by it. */
  readonly timeBudgetMs?: number;
  readonly intervals?: boolean;
  /** Hands out the tables of the proof: they hold true figures and never leave the machine. */
  readonly witnessTables?: boolean;
  readonly solver?: SolverSource;
  readonly signal?: AbortSignal;
  /** Only a proven pattern is of use: ends with `NothingFits` where no pattern can meet a requirement. */
  readonly orNothing?: boolean;
  /** Awaited between steps, to let the thread breathe. */
  readonly rest?: () => Promise<void>;
}

interface Audit {
  readonly status: 'proven' | 'unsafe' | 'not proven';
  /**
   * Sensitive figures that can be computed from what is shown, each once in however many tables and
   * under however many labels it stands; of amounts also by a sole contributor to another one.
   */
  readonly exact: number;
  /**
   * Sensitive figures that can be shown to lie below the threshold, exact ones included; amounts that
   * cannot be as high as their rule asks, and groups that can be seen to have one code.
   */
  readonly belowThreshold: number;
  /** Withheld figures that are not sensitive by themselves. */
  readonly secondary: number;
  /** No safe pattern has fewer of them. */
  readonly lowerBound: number;
  /** Whole-number tables of the proof, the true one included. */
  readonly witnesses: number;
  readonly ms: number;
  /** Earlier tables, from 0, each of which alone stands in the way of a safe pattern. */
  readonly collides?: readonly number[];
  /** Cells asked to stay visible that could not. */
  readonly notForced?: readonly Key[];
  readonly intervals?: readonly { key: Key; table: number; lo: number; hi: number | null }[];
  readonly witnessTables?: readonly Witness[];
}

type ProtectedCells<T extends LinkedTable> = Omit<T, 'cells' | 'rates' | 'linked'> & {
  readonly cells: readonly { readonly key: Key; readonly value: number | null }[];
  readonly rates?: readonly (Omit<Rate, 'value'> & { readonly value: number | null })[];
};

/** The table as given, `value: null` where withheld, with the audit of its pattern. */
export type ProtectedTable = ProtectedCells<Table> & {
  readonly linked?: readonly ProtectedCells<LinkedTable>[];
  readonly audit: Audit;
};

/** What a pattern publishes of every table; null where withheld. `printed`: rounded figures. */
export const publishedOf = (
  table: Table,
  system: System,
  withheld: Uint8Array,
  printed?: Float64Array,
) =>
  allTables(table).map(
    (each, number) =>
      new Map(
        each.cells.map(({ key, value }) => {
          if (each.before) return [keyText(key), each.before.has(keyText(key)) ? value : null];
          const at = system.cellOf(number, key);
          const shown = printed ? printed[at]! : system.cells[at]!.value;
          return [keyText(key), withheld[at] ? null : shown] as const;
        }),
      ),
  );

/** A rate of rounded figures, rounded as it says; null over a printed 0. */
function rateOf(rate: Rate, published: ReadonlyMap<string, number | null>): number | null {
  const num = published.get(keyText(rate.num)) ?? 0;
  const den = published.get(keyText(rate.den)) ?? 0;
  const scale = 10 ** rate.decimals;
  return den > 0 ? Math.round(((rate.percent ? 100 : 1) * scale * num) / den) / scale : null;
}

/** The tables as published under a pattern. */
export function assemble(
  table: Table,
  system: System,
  withheld: Uint8Array,
  printed?: Float64Array,
): Omit<ProtectedTable, 'audit'> {
  const published = publishedOf(table, system, withheld, printed);
  const each = <T extends LinkedTable>(one: T, number: number) => {
    const { cells, rates, ...rest } = one;
    return {
      ...rest,
      cells: cells.map(({ key }) => ({ key, value: published[number]!.get(keyText(key)) ?? null })),
      ...(rates && {
        rates: rates.map((rate) =>
          rateIsShown(
            system,
            withheld,
            number,
            rate,
            levelOf(table) === 'exact' ? 0 : table.threshold,
          )
            ? printed && !isAudit(table)
              ? { ...rate, value: rateOf(rate, published[number]!) }
              : rate
            : { ...rate, value: null },
        ),
      }),
    };
  };

  const { linked = [], ...own } = table;
  const main = each(own, 0);
  const given = linked.filter(({ before }) => !before);
  return {
    ...main,
    ...(given.length > 0 && { linked: given.map((one, at) => each(one, at + 1)) }),
  };
}
