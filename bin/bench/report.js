/**
 * One line of JSON a measurement. `value` is the median of what was measured; a budget stands beside
 * it and decides nothing.
 * @param {string} name
 * @param {readonly number[]} values
 * @param {{ unit?: string, budget?: string, ratio?: number, note?: string }} [more]
 */
export function report(name, values, { unit = 'ms', budget, ratio, note } = {}) {
  const sorted = [...values].sort((a, b) => a - b);
  const spread = sorted.length > 1 ? { min: round(sorted[0]), max: round(sorted.at(-1)) } : {};
  const n = sorted.length > 1 ? { n: sorted.length } : {};
  console.log(
    JSON.stringify({
      name,
      value: round(median(sorted)),
      unit,
      ...spread,
      ...n,
      ...(ratio !== undefined && { ratio: Math.round(ratio * 100) / 100 }),
      ...(budget && { budget }),
      ...(note && { note }),
    }),
  );
}

/** The same on two engines: both times, and the ratio of the medians beside the browser's.
 * @param {string} name
 * @param {readonly number[]} browser
 * @param {readonly number[]} native
 * @param {{ budget?: string, note?: string }} [more]
 */
export function compare(name, browser, native, { budget, note } = {}) {
  const ratio = median(browser) / median(native);
  const least = Math.min(...browser) / Math.min(...native);
  const words = [note, `least ÷ least ${least.toFixed(2)}`].filter(Boolean).join('; ');
  report(`${name}.native`, native);
  report(`${name}.browser`, browser, { ratio, budget, note: words });
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle) - 1] ?? NaN)) / 2;
}

/**
 * Nearest rank.
 * @param {readonly number[]} values
 * @param {number} share
 */
export const percentile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? NaN;

const round = (/** @type {number | undefined} */ value = NaN) =>
  Math.abs(value) < 10 ? Math.round(value * 100) / 100 : Math.round(value);
