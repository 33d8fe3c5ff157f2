import { catalogue } from '$lib/indicators/catalogue';
import { questionsIn } from '$lib/charts/questions-in';
import { populationWords, questionCaptions } from '$lib/report/question-words';
import type { Indicator, Measure } from '$lib/schema/indicator';
import { oneOf, printJson, readWords } from './words';

/** `definitions`: the catalogue, as JSON or as a document. */
export async function definitionsCommand(words: string[]): Promise<number> {
  const { values } = readWords(words, { format: { type: 'string' }, json: { type: 'boolean' } }, 0);
  const format = oneOf(values.json ? 'json' : values.format, ['json', 'md'], 'format');
  // Functions have no JSON; the rows of a definition are printed with the figure that ran them.
  if (format === 'json') printJson(catalogue);
  else console.log(catalogue.map(asMarkdown).join('\n'));
  return 0;
}

const measureIds = (measures: readonly Measure[]) => measures.map(({ id }) => id).join(', ');

/** What else is asked: whom it is about and what is measured, each measure with its label. */
function furtherLines(indicator: Indicator): string[] {
  const questions = questionsIn(indicator);
  const captions = questionCaptions(indicator.title.en, questions, 'en');
  return questions
    .slice(1)
    .flatMap((question, index) => [
      `- **Also** ${captions[index + 1]}`,
      `  - Population ${question.population}: ${populationWords(question, 'en')}`,
      ...question.measures.map(({ id, label }) => `  - \`${id}\` ${label.en}`),
    ]);
}

function asMarkdown(indicator: Indicator): string {
  const line = (word: string, text: string | null | undefined) =>
    text ? [`- **${word}** ${text}`] : [];
  return [
    `## ${indicator.id} ${indicator.title.en}`,
    '',
    indicator.question.en,
    '',
    ...line('Numerator', indicator.numerator.en),
    ...line('Denominator', indicator.denominator?.en),
    ...line('Population', `${indicator.population}: ${populationWords(indicator, 'en')}`),
    ...line('Period', indicator.period),
    ...line('Measures', measureIds(questionsIn(indicator)[0]?.measures ?? [])),
    ...furtherLines(indicator),
    ...line('Unknown values', indicator.unknownRule),
    ...line('Open cases', indicator.openRules.join(', ')),
    ...line('Breakdowns', indicator.breakdowns.join(', ')),
    ...indicator.options.flatMap(({ label, choices }) =>
      line(label.en, choices.map((choice) => choice.label.en).join('; ')),
    ),
    ...line('Needs', indicator.needs.join(', ')),
    ...indicator.reduced.flatMap(({ words }) => line('Reduced', words.en)),
    ...line('Basis', indicator.basis.map(({ source }) => source.en).join('; ')),
    ...indicator.caveats.flatMap((caveat) => line('Caution', caveat.en)),
    ...line('It cannot tell', indicator.cannotTell.en),
    ...line('Definition revision', String(indicator.revision)),
    '',
  ].join('\n');
}
