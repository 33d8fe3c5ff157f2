import { known, type Cells, type Files } from './cells';
import { childrenOf, type Child } from './children';
import { shareRows } from './curve';
import { groupBy, type PlainRow } from './figure-row';
import { detectedIn, groupOfChild, inPopulation, type Months } from './populations';

type Which = 'linked' | 'yes' | 'every' | 'status';
type Answer = boolean | null;

const statusOffences = [
  ...['irregular_entry', 'irregular_work', 'papers', 'prostitution', 'status'],
];

/** ND-06: children treated as offenders, by how far it went. */
export function treatedAsOffender(
  files: Files,
  months: Months,
  breakdown: string,
  which: Which,
): PlainRow[] {
  const cohort = childrenOf(files).filter(
    (child) => inPopulation(child, 'P-REG') && detectedIn(child, months) && child.isChild,
  );
  return groupBy(cohort, (child) => groupOfChild(child, breakdown)).flatMap(({ by, units }) => {
    const place = { period: months.id, by };
    const reached = (depth: (row: Cells) => Answer) =>
      units.map((child) => anyOf(child, (row) => both(concerns(row, which), depth(row))));
    const formal = reached(() => true);
    const count = (answer: Answer) => formal.filter((one) => one === answer).length;
    return [
      ...shareRows(place, 'share', formal),
      ...shareRows(place, 'sanctioned_share', reached(sanctioned)),
      ...shareRows(place, 'custodial_share', reached(custodial)),
      { ...place, measure: 'count', value: count(true), status: 'ok' },
      { ...place, measure: 'unknown_count', value: count(null), status: 'ok' },
    ];
  });
}

/** Yes if any row says yes, else not known if any is not known; no row is no. */
function anyOf(child: Child, ask: (row: Cells) => Answer): Answer {
  const answers = child.events('charges').map(ask);
  return answers.includes(true) ? true : answers.includes(null) ? null : false;
}

const both = (a: Answer, b: Answer): Answer =>
  a === false || b === false ? false : a === null || b === null ? null : true;

/** Whether the question is about this charge. */
function concerns(row: Cells, which: Which): Answer {
  if (which === 'every') return true;
  if (which === 'status') {
    const offence = known(row.offence_category);
    return offence === null ? null : statusOffences.includes(offence);
  }
  const link = known(row.linked_to_trafficking);
  return link === null ? null : link === 'yes' || (which === 'linked' && link === 'suspected');
}

/** Convicted or sanctioned (ruling ND-06); a charge that is pending has not got there. */
function sanctioned(row: Cells): Answer {
  const [outcome, sanction] = [known(row.outcome), known(row.sanction)];
  if (['convicted', 'quashed', 'administrative'].includes(outcome ?? '')) return true;
  if (sanction !== null && sanction !== 'none') return true;
  return outcome === null ? null : false;
}

/** Deprived of liberty, or made to leave the country. */
function custodial(row: Cells): Answer {
  const [outcome, sanction] = [known(row.outcome), known(row.sanction)];
  if (sanction !== null) return ['custodial', 'removal'].includes(sanction);
  if (outcome === null) return null;
  return ['convicted', 'quashed', 'administrative'].includes(outcome) ? null : false;
}
