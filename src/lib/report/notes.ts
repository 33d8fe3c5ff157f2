import type { Released } from '$lib/disclosure/released';
import type { Text } from '$lib/schema/text';
import { legendOf } from './cell-text';
import type { FileContext } from './file-context';
import { periodWords } from '$lib/schema/period-words';
import { protectionAccount, protectionLines } from './protection-account';
import { madeUpWords, protectionWords } from './protection-words';
import { refuseWorking } from './report-refused';
import { sentence } from './sentence';

const headings = {
  finding: { en: 'What the figures say', nb: 'Hva tallene sier' },
  period: { en: 'Period', nb: 'Periode' },
  definition: { en: 'Definition', nb: 'Definisjon' },
  population: { en: 'Denominator', nb: 'Nevner' },
  notes: { en: 'Notes', nb: 'Merknader' },
  cannotTell: { en: 'What it cannot tell', nb: 'Hva den ikke kan si' },
  marks: { en: 'Marks', nb: 'Tegn' },
  protection: { en: 'Protection', nb: 'Vern' },
  sources: { en: 'Source files', nb: 'Kildefiler' },
} satisfies Record<string, Text>;

/**
 * The plain-text notes that go with a data file or a picture: title, finding, definition, period,
 * population, notes, protection and source files. Throws `ReportRefused` for a Working view.
 */
export function notesText(released: Released, context: FileContext): string {
  refuseWorking(released);
  const { indicator, language } = context;
  const made = madeUpWords(released, language);
  const account = protectionAccount(released, indicator, language);
  const sections: [keyof typeof headings, readonly string[]][] = [
    [
      'finding',
      [
        sentence(released, indicator, language)
          .map(({ text }) => text)
          .join(''),
      ],
    ],
    ['period', [periodWords(context.period, language)]],
    ['definition', [indicator.numerator[language]]],
    ['population', indicator.denominator ? [indicator.denominator[language]] : []],
    ['notes', notesOf(released, context)],
    ['cannotTell', [indicator.cannotTell[language]]],
    [
      'marks',
      legendOf(
        released.rows.map(({ value }) => value),
        released.rows,
        language,
      ),
    ],
    ['protection', account ? protectionLines(account) : [protectionWords(released, language)]],
    ['sources', context.sources],
  ];
  const revision = language === 'nb' ? 'utgave' : 'revision';
  const blocks = [
    [`${indicator.title[language]} (${released.indicator}, ${revision} ${released.revision})`],
    ...(made ? [[made]] : []),
    ...sections
      .filter(([, lines]) => lines.length > 0)
      .map(([heading, lines]) => [
        headings[heading][language],
        ...lines.map((line) => `  ${line}`),
      ]),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Notes of the figures, then caveats of the definition that they do not already hold. */
function notesOf(
  released: Pick<Released, 'notes'>,
  { indicator, language }: Pick<FileContext, 'indicator' | 'language'>,
): string[] {
  return [...new Set([...released.notes, ...indicator.caveats].map((note) => note[language]))];
}
