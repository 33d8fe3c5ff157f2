import type { Breakdown } from '$lib/schema/indicator';
import { counted } from './counted';
import { everyone, total } from './part';
import { byOf, type Request } from './request';
import { Tally } from './tally';
import { outcomes, vectors } from './time-sql';

/** Labels of the count cells of a time figure; every number of the figure is a function of these. */
export const timeParts = {
  timed: (of: string) => `${of} timed`,
  notTimed: (of: string) => `${of} cannot be timed`,
  reached: (of: string, hours: number) => `${of} reached by ${hours} h`,
  lost: (of: string, hours: number) => `${of} lost before ${hours} h`,
  event: (of: string) => `${of} event`,
  open: (of: string) => `${of} open`,
  ever: (of: string) => `${of} ever`,
  everKnown: (of: string) => `${of} ever known`,
};

/**
 * Counts behind a time figure, for the gate. Children are split by their outcomes in all questions
 * at once, so that what could be found by subtracting one reading from the next, or one question
 * from another (a place in layer C but not in layer A), is protected like a figure of its own.
 */
export async function timeTally(
  request: Request,
  columns: readonly Breakdown[],
  ofs: readonly string[],
  horizons: readonly number[],
  index: number,
): Promise<Tally> {
  const { slices } = request;
  const { rows: result } = await counted(request, columns, vectors(horizons));
  const rows = result.map((row) => ({
    period: slices[Number(row.slice)]?.id ?? '',
    by: byOf(columns, row),
    part: String(row.vector),
    count: Number(row.children),
  }));
  const parts = groupsOf([...new Set(rows.map((row) => row.part))].sort(), ofs, horizons);
  const figures = Object.keys(parts).filter((label) => label !== total);
  return new Tally({ index, columns, slices, rows, parts, name: 'outcome', figures });
}

interface Outcome {
  readonly outcome: string;
  readonly ever: string;
}

function groupsOf(
  vectors: readonly string[],
  ofs: readonly string[],
  horizons: readonly number[],
): Record<string, string[]> {
  const read = new Map(vectors.map((vector) => [vector, parse(vector)]));
  const where = (test: (outcome: (of: string) => Outcome) => boolean) =>
    vectors.filter((vector) => {
      const found = read.get(vector);
      return test((of) => found?.get(of) ?? { outcome: '', ever: '' });
    });
  const by = ({ outcome }: Outcome, hours: number) =>
    horizons.some((h) => h <= hours && outcome === outcomes.by(h));
  const event = (outcome: Outcome) => by(outcome, Infinity) || outcome.outcome === outcomes.later;
  const open = ({ outcome }: Outcome) =>
    outcome === outcomes.open || horizons.some((hours) => outcome === outcomes.lost(hours));
  const untimed = ({ outcome }: Outcome) =>
    outcome === outcomes.unknown || outcome === outcomes.invalid;
  const groups: Record<string, string[]> = { [total]: [...vectors] };
  const add = (label: string, test: Parameters<typeof where>[0]) => {
    const members = where(test);
    if (members.length) groups[label] = members;
  };
  add(everyone, () => true);
  for (const of of ofs) {
    add(timeParts.timed(of), (at) => at(of).outcome !== '' && !untimed(at(of)));
    add(timeParts.notTimed(of), (at) => untimed(at(of)));
    add(timeParts.event(of), (at) => event(at(of)));
    add(timeParts.open(of), (at) => open(at(of)));
    add(timeParts.ever(of), (at) => at(of).ever === 'true');
    add(timeParts.everKnown(of), (at) => at(of).ever !== '');
    for (const hours of horizons) {
      add(timeParts.reached(of, hours), (at) => by(at(of), hours));
      add(timeParts.lost(of, hours), (at) =>
        horizons.some((h) => h <= hours && at(of).outcome === outcomes.lost(h)),
      );
    }
  }
  return groups;
}

function parse(vector: string): Map<string, Outcome> {
  return new Map(
    vector.split(';').map((question) => {
      const [of = '', rest = ''] = question.split('=');
      const [outcome = '', ever = ''] = rest.split('/');
      return [of, { outcome, ever }];
    }),
  );
}
