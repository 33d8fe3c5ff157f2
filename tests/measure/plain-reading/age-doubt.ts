import { daysSince, known, momentOf, type Cells, type Files } from './cells';
import { childrenOf, type Child } from './children';
import { shareRows } from './curve';
import { groupBy, type PlainRow } from './figure-row';
import { detectedIn, groupOfChild, type Months } from './populations';

/** ID-08: a person whose age was in doubt was treated as a child until it was decided. */
export function presumedMinor(
  files: Files,
  months: Months,
  breakdown: string,
  laterAdults: 'kept' | 'apart',
): PlainRow[] {
  const persons = childrenOf(files).filter(
    (person) => detectedIn(person, months) && isInDoubt(person),
  );
  return groupBy(persons, (person) => groupOfChild(person, breakdown)).flatMap(({ by, units }) => {
    const place = { period: months.id, by };
    const foundAdult = (person: Child) =>
      person.events('age_disputes').some((row) => known(row.outcome) === 'adult');
    const asked = laterAdults === 'kept' ? units : units.filter((person) => !foundAdult(person));
    const answers = asked.map(treatedAsChild);
    const adults = units.filter(foundAdult).map(treatedAsChild);
    const count = (answer: boolean | null) => answers.filter((one) => one === answer).length;
    return [
      ...(answers.length > 0 ? shareRows(place, 'share', answers) : []),
      { ...place, measure: 'count', value: count(true), status: 'ok' },
      { ...place, measure: 'unknown_count', value: count(null), status: 'ok' },
      ...(adults.length > 0 ? shareRows(place, 'found_adult_share', adults) : []),
    ];
  });
}

/** In doubt or disputed, unless a document said 18 or over at detection (ruling S9). */
function isInDoubt(person: Child): boolean {
  const doubted = person.flag('age_in_doubt') === true || person.events('age_disputes').length > 0;
  const adult = person.years !== null ? person.years >= 18 : person.ageBand === '18plus';
  return doubted && !(adult && person.answer('minority_basis') === 'document');
}

/** Yes, no or not known (ruling ID-08). */
function treatedAsChild(person: Child): boolean | null {
  const disputes = person.events('age_disputes');
  const treated = disputes.map((row) => known(row.treated_meanwhile_as));
  if (treated.includes('adult') || treated.includes('mixed')) return false;
  const resolved = disputes.map((row) => momentOf(row, 'resolved'));
  const { t0 } = person;
  const resolvedDays = resolved.map((moment) => (moment && t0 ? daysSince(t0, moment) : null));
  const open = resolvedDays.length === 0 || resolvedDays.includes(null);
  const last = Math.max(-Infinity, ...resolvedDays.filter((day) => day !== null));
  const before = (row: Cells) => {
    const moment = momentOf(row, 'started');
    if (open) return true;
    return moment !== null && t0 !== null && daysSince(t0, moment) < last;
  };
  const places = [
    ...person
      .events('placements')
      .filter(before)
      .map((row) => {
        const type = known(row.placement_type);
        if (type === 'adult_shelter') return 'yes';
        return type === 'detention' ? known(row.mixed_with_adults) : 'no';
      }),
    ...person
      .events('detention')
      .filter(before)
      .map((row) => ({ yes: 'no', no: 'yes' })[known(row.separated_from_adults) ?? ''] ?? null),
  ];
  if (places.includes('yes')) return false;
  if (places.includes(null)) return null;
  if (disputes.length === 0) return person.answer('minority_basis') === 'presumed' ? true : null;
  return treated.includes(null) ? null : true;
}
