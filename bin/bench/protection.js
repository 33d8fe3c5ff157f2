import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCli, root } from '../ready.js';
import { report } from './report.js';

/** Levels under country in region, age, sex and form; children; milliseconds allowed. */
const tables = /** @type {const} */ ([
  [150, [1, 1, 6], 4000, 300],
  [300, [4, 2, 1], 4000, 2000],
  [1200, [4, 2, 3], 40_000, 30_000],
  [5000, [5, 3, 9], 110_000, 300_000],
]);

/**
 * `protect` of made-up tables of four sizes: time, witnesses, secondary cells and the gap to what is
 * known to be needed.
 * @param {(words: string) => void} say
 */
export function benchProtection(say) {
  if (!buildCli()) return;
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
  for (const [size, levels, children, most] of tables) {
    say(`Protecting a table of about ${size} cells …`);
    const table = madeUp(levels, children);
    const file = join(folder, `${size}.json`);
    writeFileSync(file, JSON.stringify(table));
    const command = [join(root, 'bin/rapporteur.js'), 'protect', file, '--json'];
    const { stdout } = spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 1e8 });
    const { status, ms, witnesses, secondary, lowerBound } = JSON.parse(stdout).audit;
    const gap = secondary > 0 ? Math.round((100 * (secondary - lowerBound)) / secondary) : 0;
    report(`protection.${size}`, [ms], {
      budget: `<= ${most} ms`,
      note: `${table.cells.length} cells, ${status}, ${witnesses} witnesses, ${secondary} secondary, at least ${lowerBound} needed (gap ${gap} %)`,
    });
  }
  rmSync(folder, { recursive: true });
}

/**
 * Children over countries in four regions and further traits, by a fixed sequence.
 * @param {readonly number[]} levels
 * @param {number} children
 */
function madeUp(levels, children) {
  let state = 15;
  const draw = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const regions = [1, 2, 3, 4].map((r) => [`R${r}`, [1, 2, 3, 4].map((c) => `R${r}C${c}`)]);
  const dims = [
    { name: 'country', groups: { ...Object.fromEntries(regions), All: regions.map(([r]) => r) } },
    ...levels
      .map((count, at) => ({
        name: ['age', 'sex', 'form'][at],
        groups: { All: Array.from({ length: count }, (_, i) => `${at}.${i}`) },
      }))
      .filter(({ groups }) => groups.All.length > 1),
  ];
  const leaves = dims.map(({ groups }, at) =>
    at === 0 ? regions.flatMap(([, countries]) => countries) : groups.All,
  );
  const over = (/** @type {string} */ leaf, /** @type {number} */ at) =>
    at === 0 ? [leaf, leaf.slice(0, 2), 'All'] : [leaf, 'All'];
  const cross = (/** @type {string[][]} */ lists) =>
    lists.reduce(
      (all, each) => all.flatMap((start) => each.map((one) => [...start, one])),
      /** @type {string[][]} */ ([[]]),
    );
  const counts = new Map();
  for (let child = 0; child < children; child++) {
    const key = leaves.map((each) => String(each[Math.floor(draw() * draw() * each.length)]));
    for (const one of cross(key.map(over)))
      counts.set(one.join(), (counts.get(one.join()) ?? 0) + 1);
  }
  const labels = dims.map(({ groups }, at) => [...leaves[at].map(String), ...Object.keys(groups)]);
  const cells = cross(labels).map((key) => ({ key, value: counts.get(key.join()) ?? 0 }));
  return { kind: 'count', threshold: 11, zeros: 'published', dims, cells };
}
