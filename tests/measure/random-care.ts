import { Draw } from '$lib/demo/draw';
import type { Tables } from './loaded';
import { one, or, type Row } from './random-cells';
import { randomTables, type RandomChoice } from './random-tables';

const stayEnds = [
  ...['planned', 'reunified', 'independent', 'other_need', 'missing', 'missing', 'missing'],
  ...['detained', 'turned_18', 'returned_abroad', 'deceased', 'other'],
];
const modalities = ['core', 'service_contract', 'project', 'pooled', 'in_kind', 'own_income'];
const donors = ['government', 'foundation', 'other_public'];
const instruments = ['child10', 'child10', 'child10', 'nexus_areas'];

/**
 * The tables of {@link randomTables} with what care, coverage, money in two currencies and the
 * checklist hold. A stream of its own for each, so that no cell of the others changes.
 */
export function randomCareTables(choice: RandomChoice): Tables {
  const tables = randomTables(choice);
  const stream = (group: number) => new Draw(choice.seed * 1000 + group);
  const care = stream(1);
  const cases = (tables.cases ?? []).map((row) => ({ ...row, org_key: `o${care.between(1, 4)}` }));
  const placements = (tables.placements ?? []).map((row): Row => ({
    ...row,
    end_reason: hasEnd(row) || care.chance(0.1) ? or(care, 0.15, one(care, stayEnds)) : '',
  }));
  const missing_episodes = (tables.missing_episodes ?? []).map((row) => {
    const stays = placements.filter((stay) => stay.case_key === row.case_key);
    const stay = care.chance(0.3) && stays.length > 0 ? care.pick(stays as [Row]) : null;
    const undated = care.chance(0.06) ? withoutStart(row) : row;
    return { ...undated, placement_key: stay?.placement_key ?? '' };
  });
  return {
    ...tables,
    cases,
    placements,
    missing_episodes,
    coverage: coverage(stream(2)),
    funding: funding(stream(3), tables.funding ?? []),
    checklist: checklist(stream(4)),
  };
}

const hasEnd = (row: Row): boolean => Boolean(row.ended_at ?? row.ended_offset_h);

const withoutStart = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !column.startsWith('started')));

/** Some organisations never send missing episodes, some in one year only, some are not named. */
function coverage(draw: Draw): Row[] {
  return ['o1', 'o2', 'o3'].flatMap((org_key, i) => {
    const silent = draw.pick([['2023', '2024'], ['2023'], ['2024'], [], []]);
    const months = ['2023', '2024'].flatMap((year) =>
      Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`),
    );
    return months
      .filter(() => draw.chance(0.8))
      .flatMap((month) =>
        ['missing_episodes', 'placements'].map((table_name) => ({
          coverage_key: `c${i}_${table_name}_${month}`,
          org_key,
          month,
          table_name,
          expected: 'yes',
          submitted: silent.includes(month.slice(0, 4)) && table_name === 'missing_episodes' ? 'no' : 'yes', // prettier-ignore
        })),
      );
  });
}

/** Grants in two currencies, of several kinds and donors; some without an amount. */
function funding(draw: Draw, grants: Tables[string]): Row[] {
  return [...grants, ...grants.map((row) => ({ ...row, grant_key: `${row.grant_key}_b` }))].map(
    (row: Row) => ({
      ...row,
      programme_key: or(draw, 0.1, row.programme_key ?? ''),
      currency: one(draw, ['NOK', 'NOK', 'EUR']),
      amount_committed: draw.chance(0.1) ? '' : String(draw.between(1, 900) * 1000),
      modality: or(draw, 0.2, one(draw, modalities)),
      earmarking: or(draw, 0.2, String(draw.between(1, 4))),
      donor_type: or(draw, 0.1, one(draw, donors)),
    }),
  );
}

function checklist(draw: Draw): Row[] {
  return Array.from({ length: draw.between(5, 90) }, (_, i) => ({
    response_key: `a${i}`,
    programme_key: `prog_${draw.between(1, 3)}`,
    instrument: one(draw, instruments),
    item: `C10-${String(draw.between(1, 10)).padStart(2, '0')}`,
    assessed: `${draw.between(2021, 2024)}-${String(draw.between(1, 12)).padStart(2, '0')}`,
    score: draw.chance(0.12)
      ? one(draw, ['', 'na', 'unknown'])
      : String(draw.pick([0, 1, 2, 3, 3])),
    evidence: or(
      draw,
      0.2,
      one(draw, ['none', 'statement', 'document', 'data', 'observed', 'children']),
    ),
    assessor: or(draw, 0.2, one(draw, ['self', 'self', 'peer', 'funder', 'independent'])),
  }));
}
