import { afterAll, describe, expect, it } from 'vitest';
import type { Released } from '$lib/disclosure/released';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { indicatorOf } from '$lib/indicators/catalogue';
import { figure } from '$lib/measure/figure';
import { parseView } from '$lib/measure/view';
import { anotherCountry } from '../measure/another-country';
import { loadTables, type Tables } from '../measure/loaded';
import { smallCountry } from '../measure/small-country';
import { outputsOf } from './outputs-of';

const engines: Engine[] = [];
afterAll(() => Promise.all(engines.map((engine) => engine.close())));

const looks: readonly (readonly [id: string, fragment: string])[] = [
  ['ID-01', 'by=gender*region'],
  ['ID-01', 'period=year&by=gender*region'],
  ['ID-01', 'by=region&where=gender:female'],
  ['ID-03', 'by=region'],
];

/** The figures of files, each released, and as people see them who may see the records. */
async function figures(files: Tables): Promise<{ released: Released; working: Released }[]> {
  const engine = await nodeWasmEngine();
  engines.push(engine);
  const source = await loadTables(files, engine);
  const found = [];
  for (const [id, fragment] of looks) {
    const see = (mode: string) => figure(source, indicatorOf(id)!, parseView(`${mode}${fragment}`));
    found.push({ released: await see(''), working: await see('view=working&') });
  }
  return found;
}

const numbers = ({ rows }: Released) => JSON.stringify(rows.map(({ value }) => value));
const pattern = ({ rows }: Released) => rows.map(({ value }) => value.is).join();

/**
 * From the records on: two countries that differ in nothing but withheld numbers. Whatever a figure says
 * beside its cells – notes, steps, the statement that was run – would tell them apart if it told of one.
 */
describe('files that differ in withheld numbers alone', () => {
  it('leave the same outputs, to the byte', async () => {
    const own = await figures(smallCountry());
    for (const pair of [0, 29]) {
      const others = await figures(anotherCountry(pair)!);
      for (const [at, [id, fragment]] of looks.entries()) {
        const [one, other] = [own[at]!, others[at]!];
        const name = `pair ${pair}: ${id} ${fragment}`;
        expect(numbers(other.working), name).not.toBe(numbers(one.working));
        expect(one.released.protection.withheldCells, name).toBeGreaterThan(3);
        expect(pattern(other.released), name).toBe(pattern(one.released));
        const outputs = ({ released }: typeof one) =>
          outputsOf(released, indicatorOf(id)!, parseView(fragment));
        expect([...outputs(other)], name).toEqual([...outputs(one)]);
        const { rows, steps, notes, query, comparisons } = one.released;
        expect(other.released).toMatchObject({ rows, steps, notes, query });
        expect(other.released.comparisons).toEqual(comparisons);
      }
    }
  });
});
