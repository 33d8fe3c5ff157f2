import { questionsIn } from '$lib/charts/questions-in';
import type { Released } from '$lib/disclosure/released';
import type { Measure } from '$lib/schema/indicator';
import type { Text } from '$lib/schema/text';
import { questionCaptions } from './question-words';
import { tableOf, type ReportTable, type TableChoice } from './table-of';

/** Typical times and readings at fixed times are different questions: a table each. */
const typical: ReadonlySet<Measure['reads']> = new Set([
  'p25',
  'median',
  'p75',
  'p90',
  'maximum',
  'completed median',
  'restricted mean',
]);
const typicalWords: Text = { en: 'Typical waits', nb: 'Typiske ventetider' };
const scoreWords: Text = { en: 'scores of the items', nb: 'poeng for punktene' };
/** What a calendar of care and money says of each month, beside what it says of all of them. */
const monthly: ReadonlySet<Measure['reads']> = new Set([
  'in care',
  'in care unfunded',
  'in care outside',
]);
const monthlyWords: Text = { en: 'by month', nb: 'per måned' };
const fixedWords: Text = { en: 'At fixed times', nb: 'Ved faste tidspunkter' };

/**
 * The released figures as tables, one per question that was asked, the headline question first; times
 * have one for typical waits and one for readings at fixed times, profiles one for counts and one for
 * scores, a calendar one for the window and one for its months. At least one table, which may be
 * empty.
 */
export function tablesOf(released: Released, choice: TableChoice): readonly ReportTable[] {
  const { indicator, language } = choice;
  const questions = questionsIn(indicator);
  const captions = questionCaptions(indicator.title[language], questions, language);
  const tables = questions.flatMap((question, index) => {
    const wanted = question.measures.filter(({ id }) => choice.measures?.includes(id) ?? true);
    const ids = (test: (measure: Measure) => boolean) => wanted.filter(test).map(({ id }) => id);
    const whole = captions[index] ?? indicator.title[language];
    const make = (measures: readonly string[], caption: string) =>
      tableOf(released, { ...choice, indicator: question, measures, caption });
    const waits = ids(({ reads }) => typical.has(reads));
    const rest = ids(({ reads }) => !typical.has(reads));
    if (question.statistic.kind === 'profile') {
      const [score] = ids(({ reads }) => reads === 'score');
      const rest = ids(
        ({ id }) =>
          id !== score &&
          released.rows.some((row) => row.measure === id && !('checklist_item' in row.by)),
      );
      return [
        ...(rest.length > 0 ? [make(rest, whole)] : []),
        ...(score === undefined ? [] : [make([score], `${whole}: ${scoreWords[language]}`)]),
      ];
    }
    if (question.statistic.kind === 'care-calendar')
      return [
        make(
          ids(({ reads }) => !monthly.has(reads)),
          whole,
        ),
        make(
          ids(({ reads }) => monthly.has(reads)),
          `${whole}: ${monthlyWords[language]}`,
        ),
      ];
    if (question.statistic.kind !== 'time' || waits.length === 0 || rest.length === 0)
      return [
        make(
          ids(() => true),
          whole,
        ),
      ];
    const front = index === 0 ? '' : `${whole}: `;
    return [
      make(waits, `${front}${typicalWords[language]}`),
      make(rest, `${front}${fixedWords[language]}`),
    ];
  });
  const filled = tables.filter(({ rows }) => rows.length > 0);
  return filled.length > 0 ? filled : tables.slice(0, 1);
}
