import type { Language } from '$lib/schema/text';

const narrow = '\u202F';
const between = { en: 'to', nb: 'til' };
const nouns = {
  hours: { en: ['hour', 'hours'], nb: ['time', 'timer'] },
  days: { en: ['day', 'days'], nb: ['dag', 'dager'] },
  years: { en: ['year', 'years'], nb: ['år', 'år'] },
} as const;

/** A number without unit: decimal comma and narrow spaces in Norwegian. At most `decimals` decimals. */
export function plainNumber(value: number, language: Language, decimals = 0, least = 0): string {
  const format = new Intl.NumberFormat(language === 'nb' ? 'nb-NO' : 'en-GB', {
    maximumFractionDigits: decimals,
    minimumFractionDigits: least,
  });
  // Adding 0 turns a rounded-away minus zero into zero.
  return format.format(value + 0).replaceAll('\u00A0', narrow);
}

/**
 * A number as a reader sees it. Shares (0–1) are per cents with one decimal, or none where the share
 * is a whole per cent; hours are hours below 48 and days from there; rates have one decimal, as in
 * charts, rates per 100,000 below one and events per child two; everything else is a plain number.
 */
export function formatNumber(value: number, unit: string, language: Language): string {
  if (unit === 'share') return percent(value, language);
  if (unit === 'hours')
    return value < 48
      ? withNoun(value, 'hours', language)
      : withNoun(value / 24, 'days', language, value / 24 < 14 ? 1 : 0);
  if (unit === 'days' || unit === 'years') return withNoun(value, unit, language);
  if (unit === 'per 100 child-months') return plainNumber(value, language, 1, 1);
  if (unit.startsWith('per 100,000')) {
    const decimals = value > 0 && value < 1 ? 2 : 1;
    return plainNumber(value, language, decimals, decimals);
  }
  if (unit === 'events per child') return plainNumber(value, language, 2, 2);
  return plainNumber(value, language, Number.isInteger(value) ? 0 : 1);
}

/** `low to high` in the unit of the value, for example `8.1% to 14%`. */
export function formatRange(low: number, high: number, unit: string, language: Language): string {
  return [formatNumber(low, unit, language), formatNumber(high, unit, language)].join(
    ` ${between[language]} `,
  );
}

function percent(share: number, language: Language): string {
  const value = share * 100;
  const whole = Math.abs(value - Math.round(value)) < 1e-9;
  const text = (number: number) =>
    `${plainNumber(number, language, 1, Number.isInteger(number) ? 0 : 1)}${language === 'nb' ? '\u00A0%' : '%'}`;
  if (whole) return text(Math.round(value));
  if (value > 0 && value < 0.05) return `under ${text(0.1)}`;
  if (value < 100 && value >= 99.95) return `over ${text(99.9)}`;
  const rounded = Math.round(value * 10) / 10;
  const decimals = plainNumber(rounded, language, 1, 1);
  return `${decimals}${language === 'nb' ? '\u00A0%' : '%'}`;
}

function withNoun(
  value: number,
  noun: keyof typeof nouns,
  language: Language,
  decimals = 1,
): string {
  const text = plainNumber(value, language, decimals);
  const [one, many] = nouns[noun][language];
  return `${text} ${text === '1' ? one : many}`;
}
