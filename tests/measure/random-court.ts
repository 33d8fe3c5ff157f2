import type { Draw } from '$lib/demo/draw';
import { dayOrNone, one, or, push, repeat, type RandomChild, type Row, type RowsOf } from './random-cells'; // prettier-ignore

const offences = [
  ...['irregular_entry', 'irregular_work', 'papers', 'prostitution', 'drugs', 'theft'],
  ...['violence', 'recruiting', 'status', 'other'],
];
const outcomes = [
  ...['pending', 'dropped_nonpunishment', 'dropped_other', 'diverted', 'acquitted'],
  ...['convicted', 'quashed', 'administrative'],
];
const sanctions = ['none', 'none', 'warning', 'fine', 'community', 'custodial', 'removal', 'other'];
const interviews = [
  ...['police', 'police', 'prosecutor', 'investigative_recorded', 'court', 'confrontation'],
  ...['identification_interview', 'asylum', 'social', 'forensic_exam', 'other'],
];

/** Charges against the child, proceedings, testimony and residence of each child. */
export function addCourtRows(draw: Draw, tables: RowsOf, children: readonly RandomChild[]) {
  for (const child of children) {
    repeat(draw, 0.45, 3, () => addCharge(draw, tables, child));
    repeat(draw, 0.35, 2, () => addProceeding(draw, tables, child));
    repeat(draw, 0.5, 5, () =>
      push(draw, tables, child, ['testimony', 'event_key'], {
        event_type: or(draw, 0.03, one(draw, interviews)),
        ...dayOrNone(draw, child, 'held', draw.pick([-40, 0, 1, 12, 12, 30, 90, 250, 500]), 0.1),
      }),
    );
    repeat(draw, 0.2, 2, () =>
      push(draw, tables, child, ['residence', 'permit_key'], {
        status_type: one(draw, ['reflection', 'victim_permit', 'asylum']),
        outcome: or(draw, 0.1, one(draw, ['pending', 'granted', 'refused'])),
        ...dayOrNone(draw, child, 'applied', draw.pick([-9, 0, 20, 100]), 0.3),
        ...dayOrNone(draw, child, 'granted', draw.pick([0, 30, 150, 420]), 0.4),
      }),
    );
  }
}

function addCharge(draw: Draw, tables: RowsOf, child: RandomChild) {
  const started = draw.pick([-300, -3, 0, 10, 80, 300]);
  push(draw, tables, child, ['charges', 'charge_key'], {
    offence_category: or(draw, 0.03, one(draw, offences)),
    linked_to_trafficking: or(draw, 0.25, one(draw, ['yes', 'suspected', 'no', 'no'])),
    outcome: or(draw, 0.1, one(draw, outcomes)),
    sanction: or(draw, 0.3, one(draw, sanctions)),
    ...dayOrNone(draw, child, 'started', started, 0.15),
    ...dayOrNone(draw, child, 'resolved', started + draw.pick([0, 30, 200, 500, -8]), 0.4),
  });
}

function addProceeding(draw: Draw, tables: RowsOf, child: RandomChild) {
  const opened = draw.pick([-60, 0, 4, 50, 200]);
  push(draw, tables, child, ['proceedings', 'proceeding_key'], {
    proceeding_type: or(draw, 0.03, one(draw, ['criminal', 'criminal', 'civil', 'asylum_appeal'])),
    ...dayOrNone(draw, child, 'opened', opened, 0.2),
    ...dayOrNone(draw, child, 'charged', opened + 60, 0.6),
    ...dayOrNone(draw, child, 'judgment', opened + draw.pick([200, 500]), 0.6),
    ...dayOrNone(draw, child, 'final', opened + draw.pick([240, 700]), 0.8),
  });
}

const ageSets = [
  ...[[[0, 17]], [[0, 11], [12, 14], [15, 17]], [[0, 17], [0, 11], [12, 14], [15, 17]]], // prettier-ignore
  ...[[[0, 4], [5, 9], [10, 14], [15, 17]], [[0, 11], [12, 14]], [[0, 120], [0, 17]]], // prettier-ignore
];

/** Populations: several areas, years, sexes, reference days and ways of cutting age. */
export function population(draw: Draw): Row[] {
  const rows: Row[] = [];
  const ages = draw.pick(ageSets as [number[][]]);
  for (const area of ['NO', 'NO03', 'SE'])
    for (const year of draw.chance(0.8) ? ['2022', '2023', '2024'] : ['2023'])
      for (const sex of draw.pick([['total', 'female', 'male'], ['female', 'male'], ['total']]))
        for (const reference of draw.pick([['jan1', 'midyear'], ['midyear'], ['jan1'], ['']]))
          for (const [from, to] of ages)
            rows.push({
              pop_key: `pop_${rows.length}`,
              area,
              year,
              sex,
              age_from: String(from),
              age_to: String(to),
              population: String(draw.between(400, 90_000) * 10),
              reference_point: reference,
            });
  return rows;
}
