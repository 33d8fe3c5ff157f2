import activity from '$schemas/activity.json';
import ageDisputes from '$schemas/age_disputes.json';
import aggregateCounts from '$schemas/aggregate_counts.json';
import assessments from '$schemas/assessments.json';
import assignments from '$schemas/assignments.json';
import cases from '$schemas/cases.json';
import charges from '$schemas/charges.json';
import checklist from '$schemas/checklist.json';
import coverage from '$schemas/coverage.json';
import decisions from '$schemas/decisions.json';
import detention from '$schemas/detention.json';
import disruptions from '$schemas/disruptions.json';
import expenditure from '$schemas/expenditure.json';
import exploitationSpells from '$schemas/exploitation_spells.json';
import feedback from '$schemas/feedback.json';
import followups from '$schemas/followups.json';
import funding from '$schemas/funding.json';
import meta from '$schemas/meta.json';
import missingEpisodes from '$schemas/missing_episodes.json';
import organisations from '$schemas/organisations.json';
import placements from '$schemas/placements.json';
import population from '$schemas/population.json';
import proceedings from '$schemas/proceedings.json';
import programmes from '$schemas/programmes.json';
import referrals from '$schemas/referrals.json';
import residence from '$schemas/residence.json';
import services from '$schemas/services.json';
import staff from '$schemas/staff.json';
import testimony from '$schemas/testimony.json';
import type { TableDescriptor } from './descriptor';
import { readTable } from './read-table';
import type { Column, Table } from './table';

const descriptors: readonly unknown[] = [
  meta,
  cases,
  referrals,
  assignments,
  services,
  placements,
  missingEpisodes,
  detention,
  charges,
  testimony,
  funding,
  population,
  decisions,
  ageDisputes,
  exploitationSpells,
  assessments,
  residence,
  proceedings,
  followups,
  organisations,
  programmes,
  staff,
  activity,
  feedback,
  expenditure,
  disruptions,
  checklist,
  coverage,
  aggregateCounts,
];

/** The tables, in the order of the data model. Source: `data-schemas/`. */
export const tables: readonly Table[] = descriptors.map((descriptor) =>
  readTable(descriptor as TableDescriptor),
);

const byName = new Map(tables.map((table) => [table.name, table]));

/** The table of that name. Throws on a name the schema does not know. */
export function tableOf(name: string): Table {
  const table = byName.get(name);
  if (!table) throw new Error(`no table of this name in the schema (${name.length} characters)`);
  return table;
}

/** The logical columns of a table: a moment is one column. */
export function columnsOf(table: Table | string): readonly Column[] {
  return (typeof table === 'string' ? tableOf(table) : table).columns;
}

/** The logical column `table.column`, for example `cases.gender`. Throws on an unknown name. */
export function columnOf(path: string): Column {
  const [table = '', column] = path.split('.');
  const found = columnsOf(table).find((one) => one.name === column);
  if (!found) throw new Error(`no column of this name in ${table}`);
  return found;
}
