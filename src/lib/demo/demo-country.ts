import { tables } from '$lib/schema/tables';
import type { Text } from '$lib/schema/text';
import { writeActivity, writeFeedback } from './activity';
import { writeAggregateCounts } from './aggregate-counts';
import { keyOf } from './case-file';
import { writeChecklist } from './checklist';
import { writeCoverage } from './coverage';
import { Draw } from './draw';
import { writeDisruptions, writeExpenditure } from './expenditure';
import { writeFunding } from './funding';
import { tellLife } from './life';
import { writeMeta, writePopulation } from './national-tables';
import { ownDraws } from './own-draws';
import { writeOrganisations } from './programmes';
import { writeStaff } from './staff';
import type { Story } from './story';
import { TableWriter } from './table-writer';
import { Tally } from './tally';

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

/** Tables with draws of their own; a new one comes last. */
const drawn = [
  'decisions', 'age_disputes', 'exploitation_spells', 'assessments', 'residence', 'proceedings',
  'followups', 'staff', 'activity', 'feedback', 'expenditure', 'coverage',
]; // prettier-ignore

const PART = 5000;

/**
 * The made-up country in pieces, so that a million children fit in memory: the text of each file is
 * its pieces one after the other, in the order they come. What is planted: `README.md` beside this.
 */
export function* demoParts(options: DemoOptions = {}): Generator<DemoFile> {
  const { children = 2000, seed = 20260101 } = options;
  const draw = new Draw(seed);
  const writers = new Map(tables.map(({ name }) => [name, new TableWriter(name)]));
  const writer = (table: string) => {
    const found = writers.get(table);
    if (!found) throw new Error(`no table ${table}`);
    return found;
  };
  writeMeta(writer('meta'), seed);
  writeFunding(writer('funding'));
  writePopulation(writer('population'), children);
  const drawOf = ownDraws(seed, drawn);
  writeOrganisations(writer('organisations'), writer('programmes'));
  writeStaff(writer('staff'), drawOf('staff'));
  writeActivity(writer('activity'), drawOf('activity'));
  writeFeedback(writer('feedback'), drawOf('feedback'));
  writeExpenditure(writer('expenditure'), drawOf('expenditure'));
  writeDisruptions(writer('disruptions'));
  writeChecklist(writer('checklist'));
  const counters = new Map<string, number>();
  const nextKey = (letter: string) => {
    const count = counters.get(letter) ?? 0;
    counters.set(letter, count + 1);
    return keyOf(letter, count);
  };
  const write: Story['write'] = (table, row) => writer(table).add(row);
  const tally = new Tally();
  const tell = (index: number, grown: boolean) => {
    const story = tellLife(draw, drawOf, index, grown, { nextKey, write });
    if (story) tally.see(story);
  };
  for (let index = 0; index < children; index++) {
    tell(index, false);
    if (index % 50 === 49) tell(index, true);
    if (index % PART === PART - 1) yield* take(writers.values());
  }
  writeCoverage(writer('coverage'), drawOf('coverage'), tally);
  writeAggregateCounts(writer('aggregate_counts'), tally);
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
