import { Draw } from '$lib/demo/draw';
import type { Tables } from './loaded';
import { one, or, type Row } from './random-cells';
import { randomTables, type RandomChoice } from './random-tables';

const regions = ['NO03', 'NO11', 'NO46'];
const modalities = ['core', 'service_contract', 'project', 'project', 'pooled', 'in_kind'];
const donors = ['government', 'foundation', 'other_public'];
const ageSets: readonly (readonly (readonly [number, number])[])[] = [
  [[0, 17]],
  [[0, 11], [12, 14], [15, 17]], // prettier-ignore
  [[0, 4], [5, 9], [10, 14], [15, 17]], // prettier-ignore
  [[0, 11], [12, 14], [16, 17]], // prettier-ignore
  [[0, 17], [0, 11], [12, 14], [15, 17], [18, 120]], // prettier-ignore
  [[0, 120], [0, 17]], // prettier-ignore
  [[0, 11], [12, 14], [15, 17], [18, 64], [65, 120]], // prettier-ignore
  [[0, 17], [18, 64]], // prettier-ignore
];

/**
 * The tables of {@link randomTables} with regions, populations, grants in two currencies, a
 * checklist and organisations. Every third data set covers two years and two parts of years.
 */
export function randomProgrammeTables(choice: RandomChoice): Tables {
  const tables = randomTables(choice);
  const stream = (group: number) => new Draw(choice.seed * 10_000 + group);
  const [files, large] = [stream(1), (choice.children ?? 0) > 100];
  const parts: Row =
    choice.seed % 3 === 0 ? { period_start: '2022-10', period_end: '2025-02' } : {};
  return {
    ...tables,
    meta: (tables.meta ?? []).map((row) => ({ ...row, ...parts })),
    cases: (tables.cases ?? []).map((row) => ({
      ...row,
      org_key: files.chance(0.1) ? '' : `o${files.between(1, 3)}`,
      region: or(files, 0.15, one(files, regions)),
      accompaniment: files.chance(0.03) ? 'not a code' : or(files, 0.2, 'separated'),
      citizenship: or(files, 0.3, one(files, ['NO', 'RO', '00'])),
    })),
    placements: (tables.placements ?? []).map((row) => ({
      ...row,
      end_reason: files.chance(0.5) ? or(files, 0.2, 'planned') : '',
    })),
    population: population(stream(2), ageSets[choice.seed % ageSets.length] ?? []),
    funding: funding(stream(3), large),
    checklist: checklist(stream(4), large),
  };
}

/** Populations of a country and its regions: missing years, holes, overlaps, rows written twice. */
function population(draw: Draw, ages: (typeof ageSets)[number]): Row[] {
  const rows: Row[] = [];
  for (const area of ['NO', 'SE', ...regions.slice(0, 2)])
    for (const year of ['2022', '2023', '2024', '2025'].filter(() => draw.chance(0.93)))
      for (const sex of draw.pick([
        ['total', 'female', 'male'],
        ['female', 'male'],
        ['total', 'male'],
        ['total'],
      ]))
        // prettier-ignore
        for (const reference_point of draw.pick([['jan1', 'midyear'], ['midyear'], ['jan1', ''], ['']])) // prettier-ignore
          for (const [from, to] of ages) {
            if (draw.chance(0.02)) continue;
            const row = {
              ...{ area, year, sex, age_from: String(from), age_to: String(to), reference_point },
              population: draw.chance(0.01) ? '0' : String(draw.between(400, 90_000) * 10),
            };
            for (let copies = draw.chance(0.03) ? 2 : 1; copies > 0; copies--)
              rows.push({ pop_key: `pop_${rows.length}`, ...row });
          }
  return rows;
}

/** Grants that overlap, leave gaps, have no end or amount, name no programme or no kind. */
function funding(draw: Draw, large: boolean): Row[] {
  const day = (days: number) =>
    new Date(Date.UTC(2022, 5, 1) + days * 86_400_000).toISOString().slice(0, 10);
  const untold = draw.pick([0.05, 0.3]);
  return Array.from({ length: large ? draw.between(40, 90) : draw.between(3, 20) }, (_, i) => {
    const start = draw.between(0, 1150);
    return {
      grant_key: `g${i}`,
      programme_key: draw.chance(0.1)
        ? one(draw, ['', 'unknown', 'not_asked'])
        : `prog_${draw.between(1, 6)}`,
      currency: one(draw, ['NOK', 'NOK', 'EUR']),
      amount_committed: draw.chance(0.1) ? one(draw, ['', '0', 'unknown']) : String(draw.between(1, 900) * 1000), // prettier-ignore
      start_date: day(start),
      end_date: draw.chance(0.12) ? '' : day(start + draw.pick([-5, 0, 14, 30, 90, 364, 700])),
      modality: or(draw, untold, one(draw, modalities)),
      earmarking: or(draw, untold, String(draw.between(1, 4))),
      donor_type: or(draw, 0.1, one(draw, donors)),
      covers_direct_services: or(draw, 0.2, one(draw, ['yes', 'no'])),
    };
  });
}

/** Answers of several years and assessors: repeats in a month, no score, other lists and items. */
function checklist(draw: Draw, large: boolean): Row[] {
  const answers = Array.from({ length: large ? draw.between(80, 160) : draw.between(2, 40) });
  return answers.map((_, i) => ({
    response_key: `a${i}`,
    programme_key: `prog_${draw.between(1, large ? 5 : 2)}`,
    instrument: draw.chance(0.1) ? 'nexus_areas' : 'child10',
    item: draw.chance(0.03) ? 'C10-11' : `C10-${String(draw.between(1, 10)).padStart(2, '0')}`,
    assessed: draw.chance(0.3)
      ? draw.pick(['2022-12', '2023-01', '2023-02', '2023-03', '2025-01', '2025-03'])
      : `${draw.between(2021, 2024)}-${String(draw.between(1, 12)).padStart(2, '0')}`,
    score: or(draw, 0.12, String(draw.pick([0, 1, 2, 3, 3, 3, 3]))),
    evidence: or(draw, 0.15, one(draw, ['none', 'statement', 'document', 'data', 'observed', 'children'])), // prettier-ignore
    assessor: or(draw, 0.15, one(draw, ['self', 'self', 'self', 'peer', 'funder', 'children'])),
  }));
}
