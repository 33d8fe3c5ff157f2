import type { Measure } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import { numberWords } from './number-words';

/** An axis from zero: its end, where its ticks stand, and what they say. */
export interface NumberAxis {
  readonly end: number;
  readonly ticks: readonly number[];
  readonly words: (tick: number) => string;
}

const fractions: ReadonlySet<Measure['unit']> = new Set([
  'share',
  'per 100 child-months',
  'per 100,000 children',
  'events per child',
  'years',
]);
/** Units whose ticks have no more decimals than their step. */
const plain: ReadonlySet<Measure['unit']> = new Set([
  'per 100 child-months',
  'per 100,000 children',
  'events per child',
]);

function plainTick(tick: number, step: number, language: Language): string {
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return new Intl.NumberFormat(language === 'nb' ? 'nb-NO' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(tick);
}

/** About `wanted` steps of 1, 2 or 5 that reach the largest shown number; whole steps for counts. */
export function numberAxis(
  shown: readonly number[],
  unit: Measure['unit'],
  language: Language,
  wanted: number,
): NumberAxis {
  const largest = Math.max(0, ...shown);
  const whole = !fractions.has(unit);
  const least = Math.max((largest || 1) / Math.max(1, wanted), whole ? 1 : 0.001);
  const power = 10 ** Math.floor(Math.log10(least) + 1e-9);
  const times = [1, 2, 5, 10].find((one) => one * power >= least * 0.9999999) ?? 10;
  const step = times * power;
  const count = Math.max(1, Math.ceil(largest / step - 1e-9));
  const ticks = Array.from({ length: count + 1 }, (_, i) => Number((i * step).toFixed(6)));
  const words = (tick: number) =>
    plain.has(unit) ? plainTick(tick, step, language) : numberWords(tick, unit, language);
  return { end: ticks.at(-1) ?? 1, ticks, words };
}
