import { Draw } from '$lib/demo/draw';
import type { Tables } from './loaded';
import { calendar, one, or, type RandomChild, type Row, type RowsOf } from './random-cells';
import { addCourtRows, population } from './random-court';
import { addIdentificationRows } from './random-identification';
import { addSupportRows } from './random-support';

type Writer = (name: string, hours: number, dateOnly?: boolean) => Row;

/** Choices of one random data set; the same choices give the same tables. */
export interface RandomChoice {
  readonly seed: number;
  readonly dateMode: 'offset' | 'exact';
  readonly linkage?: 'across_orgs' | 'none';
  readonly children?: number;
}

const genders = ['female', 'female', 'female', 'male', 'male', 'trans_girl', 'nonbinary'];
const forms = ['sexual_prostitution', 'labour', 'begging'];
const statuses = ['identified', 'presumed', 'presumed', 'possible', 'rejected', 'withdrawn'];
const organisations = ['police', 'ngo', 'shelter', 'child_protection', 'health'];
const closures = ['transferred', 'contact_lost', 'returned', 'deceased', 'goals_met', 'duplicate'];
const settings = [
  ...['police_cell', 'pretrial', 'sentenced', 'juvenile', 'immigration', 'border_transit'],
  ...['closed_shelter', 'secure_care', 'psychiatric', 'other'],
];
const places = [
  ...['own_family', 'kinship', 'foster', 'foster_specialised', 'emergency_home', 'detention'],
  ...['residential_specialised', 'residential_general', 'reception_centre', 'supported_living'],
  ...['hotel', 'adult_shelter', 'closed_shelter', 'secure_care', 'hospital', 'none', 'other'],
  ...['residential_general', 'residential_general', 'foster', 'closed_shelter'],
];
const ends = ['returned', 'found_safe', 'found_exploited', 'closed_admin'];
const zero = Date.UTC(2022, 11, 10);

/** A small data set full of what real exports hold: gaps, errors, repeats, overlaps. */
export function randomTables(choice: RandomChoice): Tables {
  const draw = new Draw(choice.seed);
  const count = choice.children ?? draw.between(20, 60);
  const tables: RowsOf = {
    meta: [
      {
        dataset_key: `random_${choice.seed}`,
        country: 'NO',
        extract_month: '2025-03',
        period_start: '2023-01',
        period_end: '2024-12',
        date_mode: choice.dateMode,
        linkage_level: choice.linkage ?? 'across_orgs',
      },
    ],
    cases: [],
    referrals: [],
    placements: [],
    missing_episodes: [],
    detention: [],
    funding: funding(draw),
  };
  const children = Array.from({ length: count }, (_, n) => addChild(draw, tables, choice, n));
  // Each group of tables has a stream of its own, so that a new one changes no old cell.
  const stream = (group: number) => new Draw(choice.seed * 100 + group);
  addIdentificationRows(stream(1), tables, children);
  addSupportRows(stream(2), tables, children);
  addCourtRows(stream(3), tables, children);
  tables.population = population(stream(4));
  const states = stream(5);
  for (const file of tables.cases ?? []) file.case_open = or(states, 0.2, one(states, ['yes', 'yes', 'no'])); // prettier-ignore
  return tables;
}

function addChild(
  draw: Draw,
  tables: RowsOf,
  { dateMode, linkage }: RandomChoice,
  number: number,
): RandomChild {
  const detectedAt = zero + draw.between(0, 790) * 86_400_000 + draw.between(0, 95) * 900_000;
  const month = new Date(detectedAt).toISOString().slice(0, 7);
  const write: Writer = (name, hours, dateOnly = draw.chance(0.15)) =>
    dateMode === 'offset'
      ? { [`${name}_offset_h`]: String(hours) }
      : { [`${name}_at`]: calendar(detectedAt + hours * 3_600_000, dateOnly) };
  const writeDay = (name: string, days: number): Row =>
    dateMode === 'offset'
      ? { [`${name}_offset_d`]: String(days) }
      : { [`${name}_at`]: calendar(detectedAt + days * 86_400_000, true) };
  const files = linkage === 'none' ? 1 : draw.weighted([[1, 6], [2, 3], [3, 1]] as const); // prettier-ignore
  const keys: string[] = [];
  const shared = draw.chance(0.97) ? `k${number}` : '';
  for (let file = 0; file < files; file++) {
    const later = file === 0 ? 0 : draw.pick([0, 5, 30.5, 200, 1000]);
    const key = `f${number}_${file}`;
    keys.push(key);
    tables.cases?.push({
      ...caseRow(draw, later === 0 ? month : monthAfter(detectedAt, later)),
      case_key: key,
      child_key: shared || (file === 0 ? '' : `k${number}_${file}`),
      ...(draw.chance(0.04) ? {} : write('detected', later)),
      ...(draw.chance(0.12) ? {} : writeDay('followup_end', draw.between(5, 500))),
      ...(draw.chance(0.3)
        ? { closure_reason: one(draw, closures), ...writeDay('closed', draw.between(0, 300)) }
        : {}),
      ...(draw.chance(0.15) ? writeDay('turned_18', draw.between(0, 300)) : {}),
    });
  }
  addEvents(draw, tables, () => one(draw, keys), write);
  return { keys, detectedAt, dateMode };
}

function caseRow(draw: Draw, month: string): Row {
  const years = draw.between(4, 19);
  const banded = draw.chance(0.2);
  const band = one(draw, ['0_8', '9_11', '12_14', '15_17', '0_11', '12_17', 'under_18', '18plus']);
  return {
    org_type: or(draw, 0.05, one(draw, organisations)),
    index_month: month,
    victim_status: one(draw, statuses),
    gender: or(draw, 0.15, one(draw, genders)),
    age_at_detection: banded ? '' : or(draw, 0.06, String(years)),
    age_band_at_detection: banded ? or(draw, 0.15, band) : '',
    minority_basis: or(draw, 0.3, one(draw, ['document', 'presumed', 'self_declared'])),
    main_form: or(draw, 0.15, one(draw, forms)),
  };
}

function addEvents(draw: Draw, tables: RowsOf, key: () => string, write: Writer) {
  const keyed = (table: string, row: Row) => tables[table]?.push({ case_key: key(), ...row });
  for (let i = draw.between(0, 2); i > 0; i--)
    keyed('referrals', {
      referral_key: `r${tables.referrals?.length}`,
      to_org_type: or(draw, 0.2, one(draw, organisations)),
      purpose: or(draw, 0.1, one(draw, ['child_protection', 'child_protection', 'health'])),
      ...(draw.chance(0.1) ? {} : write('referred', referralHour(draw))),
    });
  let from = draw.pick([-2000, -30, 0, 0, 3.5, 24, 100]);
  for (let i = draw.between(0, 3); i > 0; i--) {
    const length = draw.pick([0, 6, 40.25, 300, 2000, 5000, -20]);
    const open = draw.chance(0.25);
    keyed('placements', {
      placement_key: `p${tables.placements?.length}`,
      placement_type: or(draw, 0.05, one(draw, places)),
      free_to_leave: or(draw, 0.3, one(draw, ['yes', 'yes', 'yes', 'no'])),
      ...write('started', from),
      ...(open ? {} : write('ended', from + length)),
    });
    for (let j = draw.between(0, 2); j > 0; j--) {
      const start = draw.chance(0.2) ? from + length : from + draw.between(-40, 800);
      const openEpisode = draw.chance(0.2);
      keyed('missing_episodes', {
        episode_key: `m${tables.missing_episodes?.length}`,
        episode_type: one(draw, ['missing', 'missing', 'missing', 'away']),
        before_registration: or(draw, 0.5, one(draw, ['yes', 'no'])),
        end_reason: openEpisode ? 'still_missing' : one(draw, ends),
        ...write('started', start),
        ...(openEpisode ? {} : write('ended', start + draw.pick([0, 2, 30, 200, 900, -5]))),
      });
    }
    from += draw.pick([-100, length, length, length + 50]);
  }
  for (let i = draw.chance(0.3) ? draw.between(1, 3) : 0; i > 0; i--) {
    const start = draw.pick([-3000, -10, 0, 7, 90, 700, 2000, 7000]);
    keyed('detention', {
      detention_key: `d${tables.detention?.length}`,
      setting: one(draw, settings),
      ...write('started', start),
      ...(draw.chance(0.2) ? {} : write('ended', start + draw.pick([0, 3, 48, 500, 4000, -9]))),
    });
  }
}

function referralHour(draw: Draw): number {
  if (draw.chance(0.05)) return -draw.between(1, 60);
  return draw.pick([0, 0, 1.5, 12, 24, 24, 48, 72, 99, 168, 300, 720, 1500, draw.between(0, 4000)]);
}

function funding(draw: Draw): Row[] {
  const day = (days: number) => calendar(Date.UTC(2022, 5, 1) + days * 86_400_000, true);
  return Array.from({ length: draw.between(4, 24) }, (_, i) => {
    const start = draw.between(0, 1000);
    const length = draw.pick([-5, 0, 30, 180, 364, 700]);
    return {
      grant_key: `g${i}`,
      programme_key: `prog_${draw.between(1, 5)}`,
      currency: 'NOK',
      amount_committed: String(draw.between(1, 900) * 1000),
      start_date: day(start),
      end_date: draw.chance(0.15) ? '' : day(start + length),
      first_payment_date: draw.chance(0.3) ? '' : day(start + draw.between(-10, 120)),
      covers_direct_services: or(draw, 0.15, one(draw, ['yes', 'yes', 'no'])),
    };
  });
}

const monthAfter = (at: number, hours: number) =>
  new Date(at + hours * 3_600_000).toISOString().slice(0, 7);
