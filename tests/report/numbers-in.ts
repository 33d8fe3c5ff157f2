import { numberAxis } from '$lib/charts/number-axis';
import { horizonSaid, horizonWords, numberWords } from '$lib/charts/number-words';
import { keptNumbers } from '$lib/disclosure/kept-numbers';
import type { Cell, Released, ReleasedRow } from '$lib/disclosure/released';
import { childrenTold } from '$lib/report/children-told';
import { differenceText, pText, ratioText } from '$lib/report/compare-words';
import { formatNumber, plainNumber } from '$lib/report/number-format';
import type { Indicator, Measure } from '$lib/schema/indicator';
import type { Outputs } from './outputs-of';

const languages = ['en', 'nb'] as const;
type Unit = Measure['unit'];

/** Numbers as printed: digits with whatever separates thousands and decimals. */
const numbersIn = (text: string): string[] =>
  text.match(/\d+(?:[.,\u00a0\u202f]\d+)*(?:e[+-]?\d+)?/g) ?? [];

/**
 * What is read of a picture: its texts and labels. Coordinates are compared byte for byte elsewhere. Not
 * read: how many figures of the picture are withheld, a number of places.
 */
const read = (markup: string): string =>
  [
    markup.replace(/<style[^>]*>[^<]*<\/style>/g, '').replace(/<[^>]*>/g, '\n'),
    ...[...markup.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label!),
  ]
    .join('\n')
    .replace(/(withheld|holdt tilbake): \d+\./gi, '');

const isShown = (cell: Cell) => cell.is === 'value' || limitsOf(cell).length > 0;

/** Limits of a withheld share: numbers that are told, as much as a value. */
const limitsOf = (cell: Cell): readonly number[] =>
  cell.is === 'withheld' ? (cell.between ?? []) : [];

/** A figure of which nothing is shown: the words, codes and periods that stand there whatever was counted. */
export function blank(released: Released): Released {
  const none = { is: 'withheld' } as const;
  const hide = (cell: Cell): Cell => (isShown(cell) ? none : cell);
  const rows = released.rows.map((row) => ({
    ...row,
    value: hide(row.value),
    numerator: hide(row.numerator),
    denominator: hide(row.denominator),
    n: hide(row.n),
    unknown: hide(row.unknown),
  }));
  const steps = released.steps.map((step) => ({ ...step, count: hide(step.count) }));
  return { ...released, rows, steps };
}

const partsOf = ({ value, numerator, denominator, n, unknown }: ReleasedRow) => ({
  own: value.is === 'value' ? [value.value, value.low, value.high] : limitsOf(value),
  counts: [
    value.is === 'value' ? value.n : undefined,
    ...[numerator, denominator, n, unknown].map((cell) =>
      cell.is === 'value' ? cell.value : undefined,
    ),
  ],
});

const known = (list: readonly (number | undefined)[]) => list.filter((one) => one !== undefined);

/** Every printed form of what a figure shows. */
function printed(released: Released): ReadonlySet<string> {
  // Intervals are of 95 per cent.
  const forms = new Set<string>(['95']);
  const add = (text: string) => numbersIn(text).forEach((one) => forms.add(one));
  for (const row of released.rows) {
    const { own, counts } = partsOf(row);
    for (const language of languages) {
      // Money has one decimal, children have none.
      for (const count of known(counts)) add(plainNumber(count, language, 1));
      for (const value of known(own)) {
        add(formatNumber(value, row.unit, language));
        add(numberWords(value, row.unit as Unit, language));
        if (/_difference$/.test(row.measure)) add(differenceText(value, row.unit, language));
        if (/_ratio$/.test(row.measure)) add(ratioText(value, language));
        if (/_p$/.test(row.measure)) add(pText(value, language));
      }
    }
    for (const number of known([...own, ...counts])) add(String(number));
  }
  return forms;
}

/** Numbers that no cell holds, each of which rests on the definition, on shown cells or on places alone. */
function derived(released: Released, indicator: Indicator): ReadonlySet<string> {
  const { shown, zeros, withheld } = keptNumbers(released);
  return new Set(
    languages.flatMap((language) => [
      // The times that curves are read at, as the definition has them.
      ...indicator.measures.flatMap(({ atHours }) =>
        atHours === undefined
          ? []
          : numbersIn(`${horizonSaid(atHours, language)} ${horizonWords(atHours, language)}`),
      ),
      // What protection costs: how many cells are shown and how many are not.
      ...[shown, zeros, withheld].flatMap((one) => numbersIn(plainNumber(one, language))),
      // Which share of the children of shown totals is in shown groups.
      ...childrenTold(released, indicator).flatMap(({ share }) =>
        numbersIn(formatNumber(share, 'share', language)),
      ),
    ]),
  );
}

/** Ticks of an axis up to the largest shown number of one breakdown, however many of them there are. */
function ticks({ rows }: Released): ReadonlySet<string> {
  const drawn = new Map<string, { unit: Unit; shown: number[] }>();
  for (const row of rows) {
    const name = [row.unit, ...Object.keys(row.by)].join();
    const own = drawn.get(name) ?? { unit: row.unit as Unit, shown: [] };
    own.shown.push(...known(partsOf(row).own));
    drawn.set(name, own);
  }
  const found = new Set<string>();
  for (const { unit, shown } of drawn.values())
    for (const language of languages)
      for (let wanted = 1; wanted <= 12; wanted++) {
        const axis = numberAxis(shown, unit, language, wanted);
        for (const tick of axis.ticks) numbersIn(axis.words(tick)).forEach((one) => found.add(one));
      }
  return found;
}

/** Numbers of the outputs that nothing shown explains, by output. */
export function unexplained(
  outputs: Outputs,
  skeleton: Outputs,
  released: Released,
  indicator: Indicator,
): Record<string, string[]> {
  const cells = printed(released);
  const counted = derived(released, indicator);
  const axis = ticks(released);
  const standing = new Set([...skeleton.values()].flatMap((text) => numbersIn(read(text))));
  return Object.fromEntries(
    [...outputs].flatMap(([name, text]) => {
      const drawn = name.includes('chart') || name.startsWith('differences');
      const words = drawn ? read(text) : name === 'rows as CSV' ? text.replaceAll(',', '\n') : text;
      const strange = numbersIn(words).filter(
        (one) =>
          !cells.has(one) && !counted.has(one) && !standing.has(one) && !(drawn && axis.has(one)),
      );
      return strange.length > 0 ? [[name, [...new Set(strange)]]] : [];
    }),
  );
}
