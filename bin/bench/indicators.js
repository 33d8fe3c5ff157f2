import { readFileSync } from 'node:fs';
import { report } from './report.js';

/** Longer than this in the browser over a million cases asks for a reason. */
const budgetMs = 10_000;

/**
 * Figures of one core indicator, in the browser and natively.
 * @param {readonly { name: string, ms: number }[]} browser
 * @param {readonly { name: string, ms: number }[]} native
 */
export function reportIndicator(browser, native) {
  browser.forEach(({ name, ms }, at) => {
    const other = native[at]?.ms ?? NaN;
    report(`indicator.${name}.native`, [other]);
    report(`indicator.${name}.browser`, [ms], { ratio: ms / other, budget: `<= ${budgetMs} ms` });
  });
}

/**
 * All of them together, and the slowest five by name.
 * @param {string} how
 * @param {readonly { name: string, ms: number }[]} browser
 * @param {readonly { name: string, ms: number }[]} native
 */
export function reportIndicators(how, browser, native) {
  const all = browser.map(({ name, ms }, at) => ({ name, ms, native: native[at]?.ms ?? NaN }));
  const sum = (/** @type {readonly { ms: number }[]} */ times) =>
    times.reduce((total, { ms }) => total + ms, 0);
  const slowest = [...all].sort((a, b) => b.ms - a.ms).slice(0, 5);
  report(`indicators.${how}`, [sum(browser)], {
    ratio: sum(browser) / sum(native),
    note: `${all.length} figures of ${new Set(all.map(({ name }) => name.slice(0, 5))).size} core indicators; natively ${Math.round(sum(native))} ms`,
  });
  console.error(`Slowest five figures, ${how} (browser ms, native ms, ratio):`);
  for (const { name, ms, native } of slowest)
    console.error(
      `${ms.toFixed(0).padStart(8)} ${native.toFixed(0).padStart(8)} ${(ms / native).toFixed(2).padStart(6)}  ${name}`,
    );
}

/**
 * The most memory that this process and each of its browser's pages have held, where the system tells
 * (Linux).
 * @param {readonly number[]} pages process ids
 */
export function reportMemory(pages) {
  const peak = (/** @type {number | 'self'} */ id) => {
    try {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? NaN) / 1000;
    } catch {
      return NaN;
    }
  };
  const held = pages.map(peak).filter(Number.isFinite);
  if (held.length)
    report('memory.browser', [Math.max(...held)], { unit: 'MB', note: 'largest page, peak' });
  const own = peak('self');
  if (Number.isFinite(own))
    report('memory.native', [own], { unit: 'MB', note: 'Node and native DuckDB, peak' });
}
