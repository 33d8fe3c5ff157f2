import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft, DraftRow } from '$lib/disclosure/draft';
import { release } from '$lib/disclosure/release';
import type { Cell, Released } from '$lib/disclosure/released';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { catalogue } from '$lib/indicators/catalogue';
import { figure, type FigureSource } from '$lib/measure/figure';
import { parseView, type View } from '$lib/measure/view';
import { loadDemo } from '../measure/loaded';
import { hiddenChanged } from './hidden-changed';
import { blank, unexplained } from './numbers-in';
import { outputsOf } from './outputs-of';

let engine: Engine;
let source: FigureSource;
beforeAll(async () => {
  engine = await nodeWasmEngine();
  // So few that most groups of a year are small.
  source = await loadDemo(300, engine);
});
afterAll(() => engine.close());

/** Figures of which so few children a year leave nothing to show, and one that takes long by year. */
const whole = new Set(['RF-04', 'ND-01', 'ND-06', 'MC-02', 'MC-03', 'RR-01', 'ID-12']);
const looks: [id: string, fragment: string][] = [
  ...catalogue.map(({ id, breakdowns }): [string, string] => [
    id,
    `${whole.has(id) ? '' : 'period=year&'}by=${breakdowns[0]}`,
  ]),
  ['ID-01', 'by=age_band*gender'],
  ['ID-04', 'by=gender&compare=gender:female'],
  ['RF-01', 'by=gender&compare=gender:female'],
];

interface Looked {
  readonly draft: Draft;
  readonly released: Released;
}
const looked = new Map<string, Promise<Looked>>();

/** The figure as released, with the true numbers as they came to the gate; each computed once. */
function look(id: string, fragment: string): Promise<Looked> {
  const name = `${id} ${fragment}`;
  const made = async (): Promise<Looked> => {
    let draft: Draft | undefined;
    const gate: typeof release = (one, options) => release((draft = one), options);
    const released = await figure({ ...source, gate }, indicator(id), view(fragment));
    return { draft: draft!, released };
  };
  const found = looked.get(name) ?? made();
  looked.set(name, found);
  return found;
}

const indicator = (id: string) => catalogue.find((one) => one.id === id)!;
const view = (fragment: string): View => parseView(fragment);

/** The release with the truth of every withheld row in its cells, under `is`. */
function withTruth({ draft, released }: Looked, is: 'withheld' | 'value'): Released {
  const cell = (own: Cell, truth: number | null | undefined, row?: DraftRow): Cell =>
    own.is !== 'withheld' || truth === null || truth === undefined
      ? own
      : ({
          ...{ ...own, is, value: truth },
          ...(row && { low: row.low, high: row.high, n: row.n }),
        } as unknown as Cell);
  const rows = released.rows.map((own, at) => {
    const truth = draft.rows[at]!;
    if (own.value.is !== 'withheld') return own;
    return {
      ...own,
      value: cell(own.value, truth.value, truth),
      numerator: cell(own.numerator, truth.numerator),
      denominator: cell(own.denominator, truth.denominator),
      n: cell(own.n, truth.n),
      unknown: cell(own.unknown, truth.unknown),
    };
  });
  return { ...released, rows };
}

describe.each(looks)('%s, %s', (id, fragment) => {
  const outputs = (released: Released) => outputsOf(released, indicator(id), view(fragment));

  it('is the same to the byte whatever the withheld numbers are', async () => {
    const { draft, released } = await look(id, fragment);
    const told = outputs(released);
    expect(told.size).toBeGreaterThan(20);
    for (const seed of [1, 2, 3]) {
      const other = await release(hiddenChanged(draft, released, seed));
      const { milliseconds } = released.protection;
      expect({ ...other, protection: { ...other.protection, milliseconds } }).toEqual(released);
    }
    // As if the gate had a hole: what makes the outputs must not look behind a mark either.
    const holed = outputs(withTruth({ draft, released }, 'withheld'));
    for (const [name, text] of told) expect(holed.get(name), name).toBe(text);
  });

  it('prints no number that nothing shown explains, and would be caught at it', async () => {
    const { draft, released } = await look(id, fragment);
    const skeleton = outputs(blank(released));
    const scan = (one: Released) => unexplained(outputs(one), skeleton, released, indicator(id));
    expect(scan(released)).toEqual({});
    const open = withTruth({ draft, released }, 'value');
    const secrets = open.rows.filter(
      ({ value }, at) => value.is === 'value' && released.rows[at]!.value.is === 'withheld',
    );
    if (secrets.length > 0) expect(Object.keys(scan(open)).length).toBeGreaterThan(2);
  });
});

it('has withheld numbers of every figure about children', async () => {
  const none: string[] = [];
  for (const [id, fragment] of looks)
    if ((await look(id, fragment)).released.protection.withheldCells === 0) none.push(id);
  expect(none).toEqual(['FC-01', 'FC-02', 'PQ-01']);
});

it('has numbers to show of most of them', async () => {
  let some = 0;
  for (const [id, fragment] of looks)
    if ((await look(id, fragment)).released.protection.shownCells > 0) some++;
  expect(some).toBeGreaterThan(looks.length - 5);
});
