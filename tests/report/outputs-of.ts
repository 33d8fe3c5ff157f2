import { JSDOM } from 'jsdom';
import { chartOf } from '$lib/charts/chart-of';
import { differences } from '$lib/charts/differences';
import { fitsPyramid } from '$lib/charts/fits-pyramid';
import { points } from '$lib/charts/points';
import { specOf } from '$lib/charts/spec-of';
import type { Released } from '$lib/disclosure/released';
import { comparePanel } from '$lib/measure/compare-panel';
import { formatView, type View } from '$lib/measure/view';
import { comparedMeasures, compareTable } from '$lib/report/compare-table';
import { csvText } from '$lib/report/csv';
import { fileName } from '$lib/report/file-name';
import { headline } from '$lib/report/headline';
import { notesText } from '$lib/report/notes';
import { protectionAccount, protectionLines } from '$lib/report/protection-account';
import { rowsJson } from '$lib/report/rows-json';
import { sentence } from '$lib/report/sentence';
import { compareSentence } from '$lib/report/sentence-compare';
import { svgMarkup } from '$lib/report/svg-markup';
import { tablesOf } from '$lib/report/tables-of';
import { withheldWords } from '$lib/report/withheld-words';
import type { Breakdown, Indicator } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';

const { window } = new JSDOM('');
globalThis.XMLSerializer ??= window.XMLSerializer;
const { document } = window;

/** Everything about a figure that can leave the machine or be read out, by name. */
export type Outputs = ReadonlyMap<string, string>;

/** What is printed by language, without pictures. */
function words(released: Released, indicator: Indicator, view: View, language: Language) {
  const account = protectionAccount(released, indicator, language);
  const splits = [[], ...view.by];
  const tables = splits.flatMap((by) => tablesOf(released, { indicator, language, by }));
  const { compare } = view;
  const compared = compare ? comparedMeasures(released, indicator) : [];
  const choices = compared.map(({ id: measure }) => ({
    ...{ indicator, language, measure, ...compare! },
    adjust: (name: string) => comparePanel(released, name),
  }));
  return {
    headline: headline(released, indicator, language),
    sentence: JSON.stringify(sentence(released, indicator, language)),
    tables: JSON.stringify(tables),
    copied: tables
      .flatMap((table) => [[table.corner, ...table.columns], ...table.rows.map(lineOf)])
      .map((cells) => cells.join('\t'))
      .join('\n'),
    notes: notesText(released, { indicator, language, period: 'all', sources: ['cases.csv'] }),
    account: account ? protectionLines(account).join('\n') : '',
    withheld: withheldWords(released, indicator, language),
    compared: JSON.stringify(
      choices.map((one) => [compareTable(released, one), compareSentence(released, one)]),
    ),
  };
}

const lineOf = ({ header, cells }: ReturnType<typeof tablesOf>[number]['rows'][number]) => [
  header,
  ...cells.map(({ text }) => text),
];

/** Markup of the charts of a figure at two widths, alone and as saved, and what a cursor reads out. */
function pictures(released: Released, indicator: Indicator, view: View, language: Language) {
  const found: Record<string, string> = {};
  for (const by of [[], ...view.by])
    for (const width of [820, 320]) {
      const pyramid = fitsPyramid(indicator, by);
      if (by.length > 1 && !pyramid) continue;
      const series = by.length === 1 ? by[0]! : null;
      const spec = specOf(indicator, { id: 'c', width, language, series, pyramid });
      const name = `${by.join('*') || 'total'} ${width}`;
      const svg = chartOf(released, spec, { document });
      found[`points ${name}`] = JSON.stringify(points(released, spec));
      if (!svg) continue;
      found[`chart ${name}`] = svg.outerHTML;
      const context = { title: spec.title, subtitle: '', source: 'cases.csv', notes: [], language };
      found[`saved chart ${name}`] = svgMarkup(svg, released, context).markup;
    }
  for (const { id: measure, unit } of comparedMeasures(released, indicator)) {
    const spec = { id: 'd', width: 820, language, title: 'Differences', measure, unit };
    found[`differences ${measure}`] = differences(released, spec, { document })?.outerHTML ?? '';
  }
  return found;
}

/** Everything that can leave of a figure in Release view, in both languages. */
export function outputsOf(released: Released, indicator: Indicator, view: View): Outputs {
  const all = new Map<string, string>();
  const rows = rowsJson(released);
  all.set('rows as JSON', JSON.stringify(rows));
  all.set('rows as CSV', csvText(rows));
  all.set('fragment', formatView(view));
  const columns = view.by.flat() as Breakdown[];
  for (const kind of ['csv', 'svg', 'png', 'txt'] as const)
    all.set(`name of ${kind}`, fileName(released, columns.join('-'), kind));
  for (const language of ['en', 'nb'] as const)
    for (const [name, text] of [
      ...Object.entries(words(released, indicator, view, language)),
      ...Object.entries(pictures(released, indicator, view, language)),
    ])
      all.set(`${name} ${language}`, text);
  return all;
}
