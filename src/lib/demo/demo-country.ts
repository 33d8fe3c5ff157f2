import type { Text } from '$lib/schema/text';
import { tellAssignments } from './assignments';
import { drawFiles, keyOf } from './case-file';
import { caseRow, drawTraits } from './cases';
import { tellCharges } from './charges';
import { CUT, drawChild } from './child';
import { tellDetention } from './detention';
import { Draw } from './draw';
import { writeFunding } from './funding';
import { tellMissing } from './missing-episodes';
import { writeMeta, writePopulation } from './national-tables';
import { tellPlacements } from './placements';
import { tellReferrals } from './referrals';
import { tellServices } from './services';
import type { Story } from './story';
import { TableWriter } from './table-writer';
import { tellTestimony } from './testimony';

/** A CSV file of the demo. */
export interface DemoFile {
  readonly name: string;
  readonly text: string;
}

export interface DemoOptions {
  /** Persons under 18 or of unknown age; one more in fifty is 18 or over. 2,000 by default. */
  readonly children?: number;
  /** Same seed, same bytes, in every engine. 20260101 by default. */
  readonly seed?: number;
}

/** Stands wherever the demo is shown. */
export const DEMO_NOTICE: Text = {
  en: 'Made-up data. Country XX does not exist, and no row is about a real child.',
  nb: 'Oppdiktede data. Landet XX finnes ikke, og ingen rad handler om et virkelig barn.',
};

/** The minimal set, in the order of the data model: what the made-up country tells of. */
const told = [
  'meta',
  'cases',
  'referrals',
  'assignments',
  'services',
  'placements',
  'missing_episodes',
  'detention',
  'charges',
  'testimony',
  'funding',
  'population',
];

const PART = 5000;

/**
 * The made-up country in pieces, so that a million children fit in memory: the text of each file is
 * its pieces one after the other, in the order they come. What is planted: `README.md` beside this.
 */
export function* demoParts(options: DemoOptions = {}): Generator<DemoFile> {
  const { children = 2000, seed = 20260101 } = options;
  const draw = new Draw(seed);
  const writers = new Map(told.map((name) => [name, new TableWriter(name)]));
  const writer = (table: string) => {
    const found = writers.get(table);
    if (!found) throw new Error(`no table ${table}`);
    return found;
  };
  writeMeta(writer('meta'), seed);
  writeFunding(writer('funding'));
  writePopulation(writer('population'), children);
  const counters = new Map<string, number>();
  const nextKey = (letter: string) => {
    const count = counters.get(letter) ?? 0;
    counters.set(letter, count + 1);
    return keyOf(letter, count);
  };
  const write: Story['write'] = (table, row) => writer(table).add(row);
  for (let index = 0; index < children; index++) {
    tellLife(draw, index, false, nextKey, write);
    if (index % 50 === 49) tellLife(draw, index, true, nextKey, write);
    if (index % PART === PART - 1) yield* take(writers.values());
  }
  yield* take(writers.values());
}

/** The made-up country as whole files. */
export function demoCountry(options: DemoOptions = {}): DemoFile[] {
  const pieces = new Map<string, string[]>();
  for (const { name, text } of demoParts(options)) {
    const before = pieces.get(name);
    if (before) before.push(text);
    else pieces.set(name, [text]);
  }
  return [...pieces].map(([name, texts]) => ({ name, text: texts.join('') }));
}

function* take(writers: Iterable<TableWriter>): Generator<DemoFile> {
  for (const writer of writers) {
    const text = writer.take();
    if (text) yield { name: writer.name, text };
  }
}

function tellLife(
  draw: Draw,
  index: number,
  grown: boolean,
  nextKey: Story['nextKey'],
  write: Story['write'],
): void {
  const child = drawChild(draw, index, grown);
  const [first, ...others] = drawFiles(draw, child, () => nextKey('f'));
  if (!first) return;
  const key = nextKey('c');
  const linked = others.length > 0 || child.rare || !draw.chance(0.02);
  const files = [first, ...others] as const;
  const traits = drawTraits(draw, child);
  for (const file of files) write('cases', caseRow(draw, child, traits, file, linked ? key : ''));
  const story: Story = {
    draw,
    child,
    files,
    traits,
    registered: files.some((file) => file.registered),
    end: Math.min(Math.max(...files.map((file) => file.end)), CUT),
    nextKey,
    write,
  };
  tellReferrals(story);
  tellAssignments(story);
  tellServices(story);
  const stays = tellPlacements(story);
  tellMissing(story, stays);
  tellDetention(story, stays);
  tellCharges(story);
  tellTestimony(story);
}
