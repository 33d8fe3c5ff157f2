import { Draw } from '$lib/demo/draw';
import type { Tables } from './loaded';
import { randomCareTables } from './random-care';
import { calendar, dayOrNone, one, or, push, repeat, type RandomChild, type Row, type RowsOf } from './random-cells'; // prettier-ignore
import type { RandomChoice } from './random-tables';

const forms = ['sexual_prostitution', 'labour', 'begging'];
const losses = ['transferred', 'contact_lost', 'contact_lost', 'deceased', 'returned'];
const phases = ['aftercare', 'aftercare', 'aftercare', 'after_18', 'care', 'first_response'];
const states = [
  ...['in_progress', 'completed', 'completed', 'stopped_early', 'stopped_early'],
  ...['no_longer_needed', 'declined', 'waiting', 'not_provided'],
];
const refusals = ['too_old', 'no_capacity', 'child_declined', 'waiting_list', 'money'];
const interviews = [
  ...['police', 'police', 'police', 'court', 'confrontation', 'identification_parade'],
  ...['asylum', 'forensic_exam', 'social', 'other'],
];
const yesNo = ['yes', 'no'];
const months = (count: number) => Math.floor(count * 30.4375);
const afterExit: [number, ...number[]] = [
  -20,
  -1,
  0,
  0,
  5,
  12,
  29,
  30,
  31,
  60,
  months(6),
  months(6) + 1,
  300,
  400,
  740,
];

/**
 * The tables of {@link randomCareTables} with longer follow-up, children lost on the way, exits from
 * care with what came after, new exploitation and statements in court.
 */
export function randomRecoveryTables(choice: RandomChoice): Tables {
  const draw = new Draw(choice.seed * 10_000 + 1);
  const source = randomCareTables(choice);
  const tables: RowsOf = Object.fromEntries(
    Object.entries(source).map(([name, rows]) => [name, rows.map((row) => ({ ...row }))]),
  );
  const lost = draw.pick([0.03, 0.12, 0.3]);
  for (const child of childrenIn(tables, choice)) {
    const files = (tables.cases ?? []).filter((row) => child.keys.includes(row.case_key ?? ''));
    for (const file of files) {
      if (draw.chance(0.6)) followLonger(draw, child, file);
      if (draw.chance(lost)) lose(draw, child, file);
    }
    if (draw.chance(0.7)) addExit(draw, tables, child);
    repeat(draw, 0.15, 2, () => addSpell(draw, tables, child));
    addStatements(draw, tables, child);
  }
  return tables;
}

/** Children by the number in the keys of their files; the first file has the first detection. */
function childrenIn(tables: RowsOf, { dateMode }: RandomChoice): RandomChild[] {
  const keys = new Map<string, string[]>();
  const first = new Map<string, number>();
  for (const row of tables.cases ?? []) {
    const [child = '', file] = (row.case_key ?? '').split('_');
    keys.set(child, [...(keys.get(child) ?? []), row.case_key ?? '']);
    const at = Date.parse(row.detected_at ?? '');
    if (file === '0') first.set(child, Number.isNaN(at) ? Date.parse(`${row.index_month}-15`) : at);
  }
  return [...keys].map(([child, files]) => ({
    keys: files,
    detectedAt: first.get(child) ?? 0,
    dateMode,
  }));
}

/** A day in the way of the data set, in place of what the row had. */
function putDay(row: Row, child: RandomChild, name: string, days: number) {
  for (const column of [`${name}_offset_d`, `${name}_offset_h`, `${name}_at`])
    if (column in row) row[column] = '';
  if (child.dateMode === 'offset') row[`${name}_offset_d`] = String(days);
  else row[`${name}_at`] = calendar(child.detectedAt + days * 86_400_000, true);
}

function followLonger(draw: Draw, child: RandomChild, file: Row) {
  putDay(file, child, 'followup_end', draw.between(150, 1100));
}

function lose(draw: Draw, child: RandomChild, file: Row) {
  file.closure_reason = one(draw, losses);
  putDay(file, child, 'closed', draw.pick([0, 20, 60, 100, months(6), 250, months(12), 400, 600]));
}

/** A stay that ends, and contacts and services around its end. */
function addExit(draw: Draw, tables: RowsOf, child: RandomChild) {
  const started = draw.pick([-200, -20, 0, 0, 0, 4]);
  const ended = started + draw.pick([3, 20, 60, 100, 150]);
  const stay: Row = {
    placement_type: or(draw, 0.04, one(draw, ['residential_specialised', 'foster', 'kinship'])),
    end_reason: or(draw, 0.1, one(draw, ['planned', 'reunified', 'missing', 'deceased', 'turned_18'])), // prettier-ignore
  };
  const at = (name: string, days: number, clock: number): Row =>
    child.dateMode === 'offset'
      ? { [`${name}_offset_h`]: String(days * 24 + clock) }
      : {
          [`${name}_at`]: calendar(
            child.detectedAt + days * 86_400_000 + clock * 3_600_000,
            clock === 0,
          ),
        };
  push(draw, tables, child, ['placements', 'placement_key'], {
    ...stay,
    ...at('started', started, draw.pick([0, 7])),
    ...at('ended', ended, draw.pick([0, 9, 15])),
  });
  repeat(draw, 0.7, 4, () =>
    push(draw, tables, child, ['followups', 'followup_key'], {
      contact_made: or(draw, 0.08, one(draw, ['yes', 'yes', 'yes', 'no'])),
      phase: or(draw, 0.08, one(draw, phases)),
      support_active: or(draw, 0.12, one(draw, yesNo)),
      retrafficked: or(draw, 0.4, one(draw, [...Array<string>(9).fill('no'), 'suspected', 'confirmed'])), // prettier-ignore
      ...dayOrNone(draw, child, 'held', ended + draw.pick(afterExit), 0.04),
    }),
  );
  repeat(draw, 0.6, 3, () => {
    const begun = ended + draw.pick(afterExit);
    const status = one(draw, states);
    const delivered = ['in_progress', 'completed', 'stopped_early'].includes(status);
    push(draw, tables, child, ['services', 'service_key'], {
      service_type: one(draw, ['health', 'mental_health', 'legal', 'aftercare']),
      recipient: one(draw, ['child', 'child', 'parent_carer']),
      needed: 'yes',
      status: or(draw, 0.06, status),
      phase: or(draw, 0.08, one(draw, phases)),
      unmet_reason: status === 'stopped_early' ? or(draw, 0.2, one(draw, refusals)) : '',
      ...dayOrNone(draw, child, 'started', begun, delivered ? 0.08 : 0.8),
      ...dayOrNone(draw, child, 'ended', begun + draw.pick([0, 10, 90, months(6), 400]), status === 'in_progress' ? 0.9 : 0.15), // prettier-ignore
    });
  });
}

function addSpell(draw: Draw, tables: RowsOf, child: RandomChild) {
  push(draw, tables, child, ['exploitation_spells', 'spell_key'], {
    sequence: String(draw.between(2, 6)),
    form: one(draw, forms),
    after_detection: or(draw, 0.1, one(draw, ['yes', 'yes', 'yes', 'no'])),
    certainty: or(draw, 0.1, one(draw, ['suspected', 'confirmed'])),
    ...dayOrNone(draw, child, 'started', draw.pick([-30, 0, 40, months(6), months(6) + 1, months(12), months(12) + 1, 500, months(24)]), 0.1), // prettier-ignore
  });
}

function addStatements(draw: Draw, tables: RowsOf, child: RandomChild) {
  const opened = draw.pick([-60, 0, 4, 10, 50]);
  if (draw.chance(0.4))
    push(draw, tables, child, ['proceedings', 'proceeding_key'], {
      proceeding_type: one(draw, ['criminal', 'criminal', 'criminal', 'civil']),
      ...dayOrNone(draw, child, 'opened', opened, 0.1),
    });
  repeat(draw, 0.5, 7, () =>
    push(draw, tables, child, ['testimony', 'event_key'], {
      event_type: or(draw, 0.04, one(draw, interviews)),
      ...dayOrNone(draw, child, 'held', opened + draw.pick([-5, 0, 10, 10, 10, months(6), months(6) + 1, months(12), 300, 700]), 0.08), // prettier-ignore
    }),
  );
}
