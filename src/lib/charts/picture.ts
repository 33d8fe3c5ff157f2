import type { MissingReason, ReleasedRow } from '$lib/disclosure/released';
import type { ChartSpec } from './chart-spec';
import { limitsText } from './limits-words';
import { numberWords } from './number-words';

/**
 * One figure of a picture. What is withheld or missing carries no number of its own: of a withheld share at most
 * the limits that shown numbers set, as a band alone.
 */
export interface Figure {
  /** Place along the axis of time: number of the period, or hours; 0 in rows. */
  readonly at: number;
  /** That place as the axis names it, and in full to be read out; '' in rows. */
  readonly place: string;
  readonly said: string;
  readonly shown: {
    readonly value: number;
    /** How many profiles have this score. */
    readonly count?: number;
    readonly low?: number;
    readonly high?: number;
    /** Whether too much is unknown for a number, or it is withheld: there is its band alone, and `value` is its lower end. */
    readonly bandOnly?: boolean;
    /** From and to, if everything unknown were otherwise; of a withheld share its limits. */
    readonly unsure?: readonly [number, number];
  } | null;
  readonly gap: 'withheld' | MissingReason | null;
  /** As printed: the number, `[c]` withheld, with its limits if it has some, or `[x]` not available. */
  readonly words: string;
  /** Whether the period is not whole, or its last months may be filled yet: drawn hollow. */
  readonly provisional: boolean;
  /** The same as the marks that tables print: `[m]` months missing, `[p]` provisional, `[r]` revised. */
  readonly signs: string;
  /** Whether the series breaks with the period of the figure: no line leads to it. */
  readonly broken: boolean;
  readonly unstable: boolean;
}

/** A line or a row. */
export interface Series {
  readonly label: string;
  readonly unknown: boolean;
  readonly figures: readonly Figure[];
  /** Whether the row has the lowest score of a profile. */
  readonly lowest?: boolean;
}

/** All that is drawn, said and read out: the only thing the drawing files see. */
export interface Picture {
  readonly shape: 'lines' | 'curve' | 'bars' | 'dots' | 'strip';
  readonly series: readonly Series[];
  /** Whether rows stand close, because there are many. */
  readonly dense?: boolean;
  /** Labels of groups that only the table shows. */
  readonly tableOnly: readonly string[];
  /** Period of the whole picture in words, '' where the axis shows it. */
  readonly period: string;
}

const signed = [
  ['incomplete', '[m]'],
  ['provisional', '[p]'],
  ['revised', '[r]'],
] as const;

/** Reads one row; without a row the figure is not available. */
export function figureOf(
  row: ReleasedRow | undefined,
  spec: ChartSpec,
  at = 0,
  place = '',
  said = place,
): Figure {
  const marks = row?.marks ?? [];
  const base = {
    at,
    place,
    said,
    provisional: marks.includes('provisional') || marks.includes('incomplete'),
    signs: signed.flatMap(([mark, sign]) => (marks.includes(mark) ? [` ${sign}`] : [])).join(''),
    broken: marks.includes('break'),
    unstable: marks.includes('unstable'),
  };
  const cell = row?.value;
  if (cell?.is !== 'value') {
    const withheld = cell?.is === 'withheld';
    if (withheld && cell.between) {
      const [value] = cell.between;
      const words = limitsText(cell.between, spec.language);
      return {
        ...base,
        shown: { value, bandOnly: true, unsure: cell.between },
        gap: 'withheld',
        words,
      };
    }
    const gap = withheld ? 'withheld' : (cell?.why ?? 'no rows');
    return { ...base, shown: null, gap, words: withheld ? '[c]' : '[x]' };
  }
  const { value, low, high } = cell;
  const band = low !== undefined && high !== undefined ? { low, high } : {};
  return {
    ...base,
    shown: { value, ...band },
    gap: null,
    words: numberWords(value, spec.unit, spec.language),
  };
}

/** Whether a figure has a number, not a band alone: only then has it a place on a line. */
export const isNumber = ({ shown }: Figure): boolean => shown !== null && !shown.bandOnly;

/** Whether a line or row has any number or band to draw. */
export const hasShown = ({ figures }: Series): boolean =>
  figures.some(({ shown }) => shown !== null);
