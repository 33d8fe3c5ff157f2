import type { Released } from '$lib/disclosure/released';

type Cell = Released['rows'][number]['value'];

/** Counts of one figure and the sums they obey, found again from what is shown alone. */
export interface Puzzle {
  /** Shown number of a count, or null where it is withheld. */
  readonly counts: Map<string, number | null>;
  /** Sums that hold whatever the numbers are: Σ sign × count = 0. */
  readonly sums: ReadonlyMap<string, number>[];
  /** Pairs of which the first is at most the second. */
  readonly atMost: (readonly [string, string])[];
}

const unknowns = ['unknown', 'not_asked'];

/** Everything a reader knows of the counts of a figure. */
export function puzzleOf(released: Released): Puzzle {
  const counts = new Map<string, number | null>();
  const sums: Map<string, number>[] = [];
  const atMost: [string, string][] = [];
  const groups = new Map<string, { kind: string; by: Record<string, string>; text: string }>();
  const note = (kind: string, by: Record<string, string>, cell: Cell): string => {
    const text = `${kind} ${JSON.stringify(Object.entries(by).sort())}`;
    if (cell.is === 'missing') return text;
    const seen = counts.get(text);
    counts.set(text, cell.is === 'value' ? cell.value : (seen ?? null));
    groups.set(text, { kind, by, text });
    return text;
  };
  for (const row of released.rows) {
    const { measure, period, by, statistic } = row;
    const layer = /^(.*?)(?:cif_|ever_share)/.exec(measure)?.[1] ?? '';
    if (measure.includes('_if_unknown_')) continue;
    if (statistic === 'S-N') note(`${measure} ${period}`, by, row.value);
    else if (statistic === 'S-IR') note(`children at risk ${period}`, by, row.n);
    else if (released.indicator === 'ID-03') {
      const { gender = '', ...group } = by;
      const part = note(`gender ${gender} ${period}`, group, row.numerator);
      const own = unknowns.includes(gender) ? 'everyone' : 'known';
      atMost.push([part, note(`${own} ${period}`, group, row.denominator)]);
    } else if (measure.includes('cif_') || measure.endsWith('ever_share')) {
      const part = note(`${measure} ${period}`, by, row.numerator);
      const whole = measure.includes('cif_') ? 'timed' : 'ever known';
      atMost.push([part, note(`${layer}${whole} ${period}`, by, row.denominator)]);
    }
  }
  const byKind = together(groups.values(), ({ kind }) => kind);
  for (const members of byKind.values()) {
    const total = members.find(({ by }) => Object.keys(by).length === 0);
    const columns = new Set(members.flatMap(({ by }) => Object.keys(by)));
    for (const column of columns) {
      const parts = members.filter(({ by }) => column in by);
      if (total) sums.push(new Map([[total.text, -1], ...parts.map((p) => [p.text, 1] as const)]));
    }
  }
  const places = together(groups.values(), ({ by }) => JSON.stringify(Object.entries(by).sort()));
  for (const members of places.values())
    for (const period of new Set(released.rows.map((row) => row.period))) {
      const own = (test: (kind: string) => boolean) =>
        members.filter(({ kind }) => kind.endsWith(` ${period}`) && test(kind));
      const [known] = own((kind) => kind.startsWith('known '));
      const codes = own((kind) => kind.startsWith('gender '));
      const isUnknown = (kind: string) => unknowns.some((code) => kind.includes(`gender ${code} `));
      const parts = codes.filter(({ kind }) => !isUnknown(kind));
      if (known) sums.push(new Map([[known.text, -1], ...parts.map((p) => [p.text, 1] as const)]));
      const [everyone] = own((kind) => kind.startsWith('everyone '));
      if (everyone && known)
        sums.push(
          new Map([
            [everyone.text, -1],
            [known.text, 1],
            ...codes.filter(({ kind }) => isUnknown(kind)).map((p) => [p.text, 1] as const),
          ]),
        );
      for (const layer of ['', 'layer_b_', 'layer_a_', 'earliest_', 'latest_', 'with_suspected_', 'with_missing_']) {
        const curve = own((kind) => kind.startsWith(`${layer}cif_`)).sort(
          (a, b) => hoursOf(a.kind) - hoursOf(b.kind),
        );
        curve.slice(1).forEach((later, i) => atMost.push([curve[i]?.text ?? '', later.text]));
      }
    }
  return { counts, sums, atMost };
}

function together<T>(all: Iterable<T>, keyOf: (one: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return found;
}

const hoursOf = (kind: string): number => { const found = /cif_(\d+)([hdm])/.exec(kind); return Number(found?.[1]) * (found?.[2] === 'd' ? 24 : found?.[2] === 'm' ? 730.5 : 1); };
const unused = (kind: string): number => {
  const found = /cif_(\d+)([hd])/.exec(kind);
  return Number(found?.[1]) * (found?.[2] === 'd' ? 24 : 1);
};

/** Withheld counts that the sums alone fix: Gauss–Jordan elimination over the withheld counts. */
export function solvedByAlgebra({ counts, sums }: Puzzle): string[] {
  const hidden = [...counts].filter(([, value]) => value === null).map(([name]) => name);
  const rows = sums.map((sum) => hidden.map((name) => sum.get(name) ?? 0));
  let next = 0;
  for (let column = 0; column < hidden.length; column++) {
    const pivot = rows.findIndex((row, i) => i >= next && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    [rows[next], rows[pivot]] = [rows[pivot] ?? [], rows[next] ?? []];
    const lead = rows[next] ?? [];
    const by = lead[column] ?? 1;
    rows[next] = lead.map((value) => value / by);
    for (const [i, row] of rows.entries()) {
      const factor = row[column] ?? 0;
      if (i !== next && Math.abs(factor) > 1e-9)
        rows[i] = row.map((value, at) => value - factor * (rows[next]?.[at] ?? 0));
    }
    next++;
  }
  return rows
    .slice(0, next)
    .map((row) => hidden.filter((_, at) => Math.abs(row[at] ?? 0) > 1e-9))
    .flatMap((left) => (left.length === 1 ? left : []));
}

/** Withheld counts that whole numbers from 0 up, the sums and the orders leave one value for. */
export function solvedByBounds({ counts, sums, atMost }: Puzzle): string[] {
  const low = new Map([...counts].map(([name, value]) => [name, value ?? 0]));
  const high = new Map([...counts].map(([name, value]) => [name, value ?? Infinity]));
  const at = (bounds: Map<string, number>, name: string, missing: number) =>
    bounds.get(name) ?? missing;
  for (let changed = true, rounds = 0; changed && rounds < 200; rounds++) {
    changed = false;
    const narrow = (name: string, from: number, to: number) => {
      if (!counts.has(name)) return;
      if (from > at(low, name, 0)) changed = Boolean(low.set(name, from));
      if (to < at(high, name, Infinity)) changed = Boolean(high.set(name, to));
    };
    for (const [small, large] of atMost) {
      narrow(small, 0, at(high, large, Infinity));
      narrow(large, at(low, small, 0), Infinity);
    }
    for (const sum of sums)
      for (const [name, sign] of sum) {
        let [from, to] = [0, 0];
        for (const [other, weight] of sum) {
          if (other === name) continue;
          const flip = -weight * sign > 0;
          from += flip ? at(low, other, 0) : -at(high, other, 0);
          to += flip ? at(high, other, 0) : -at(low, other, 0);
        }
        narrow(name, from, to);
      }
  }
  return [...counts]
    .filter(([name, value]) => value === null && low.get(name) === high.get(name))
    .map(([name]) => name);
}
