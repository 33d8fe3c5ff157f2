import { catalogue, indicatorOf } from '$lib/indicators/catalogue';
import { figure } from '$lib/measure/figure';
import { prepare } from '$lib/measure/prepare';
import { formatKind, parsePeriod } from '$lib/measure/period';
import { parseBy, parseCompare, parseOptions, parseWhere, type View } from '$lib/measure/view';
import { csvText } from '$lib/report/csv';
import { rowsJson } from '$lib/report/rows-json';
import { Refused, WrongUse } from './exit';
import { load, loadOptions } from './import-command';
import { publishedFiles } from './published-files';
import { remediesJson } from './remedies-json';
import { oneOf, printJson, readWords } from './words';

/**
 * `indicators`: loads files and prints one row a figure. Release view unless working is asked for; there the tables of
 * `--published` are known.
 */
export async function indicatorsCommand(words: string[]): Promise<number> {
  const { places, values } = readWords(words, {
    ...loadOptions,
    ids: { type: 'string' },
    by: { type: 'string' },
    period: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    where: { type: 'string' },
    compare: { type: 'string' },
    options: { type: 'string' },
    view: { type: 'string' },
    threshold: { type: 'string' },
    format: { type: 'string' },
    json: { type: 'boolean' },
    remedies: { type: 'boolean' },
    published: { type: 'string', multiple: true },
  });
  const format = oneOf(values.json ? 'json' : values.format, ['csv', 'json'], 'format');
  const view = viewOf(values);
  const wanted = idsOf(values.ids);
  if (values.remedies && (view.mode === 'working' || values.format === 'csv'))
    throw new WrongUse('--remedies tells of Release view, as JSON.');
  if (values.published && view.mode === 'working')
    throw new WrongUse('--published tells Release view what is known.');
  if (view.mode === 'working')
    console.error('Working view: true values for people entitled to the records. Not for release.');
  const published = await publishedFiles([values.published ?? []].flat().map(String));
  const { engine, result } = await load(places, values);
  try {
    if (!result.loaded || !result.facts)
      throw new Refused(
        result.reports
          .flatMap(({ file, issues }) =>
            issues
              .filter(({ level }) => level === 'error')
              .map(({ message }) => `${file}: ${message.en}`),
          )
          .join('\n') || 'The files could not be loaded.',
      );
    const { facts } = result;
    const prepared = await prepare(engine, facts, undefined, result.recipe.linkage);
    const source = { engine, facts, prepared, published };
    if (values.remedies) {
      const told = [];
      for (const indicator of wanted)
        told.push(await remediesJson(indicator, view, (other) => figure(source, indicator, other)));
      printJson(told);
      return 0;
    }
    const rows = [];
    for (const indicator of wanted) {
      const released = await figure(source, indicator, view);
      rows.push(...rowsJson(released, view.where));
      for (const note of released.notes) console.error(`${indicator.id}: ${note.en}`);
    }
    if (format === 'json') printJson(rows);
    else process.stdout.write(csvText(rows));
    return 0;
  } finally {
    await engine.close();
  }
}

function idsOf(value: unknown) {
  if (typeof value !== 'string') return catalogue;
  return value.split(',').map((id) => {
    const indicator = indicatorOf(id.trim().toUpperCase());
    if (!indicator)
      throw new WrongUse(`Unknown indicator. Known: ${catalogue.map((one) => one.id).join(', ')}.`);
    return indicator;
  });
}

function viewOf(values: Readonly<Record<string, unknown>>): View {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  const threshold = values.threshold === undefined ? 11 : Number(values.threshold);
  if (!Number.isInteger(threshold) || threshold < 3 || threshold > 30)
    throw new WrongUse('--threshold is a whole number from 3 to 30.');
  const by = parseBy(text('by'));
  const asked = text('by').split(/[,*]/).filter(Boolean).length;
  if (by.flat().length !== asked) throw new WrongUse('--by names a breakdown that does not exist.');
  const where = parseWhere(text('where'));
  if (Object.keys(where).length !== text('where').split(';').filter(Boolean).length)
    throw new WrongUse('--where names a column or code that does not exist.');
  const compare = parseCompare(text('compare'));
  if (text('compare') && !compare)
    throw new WrongUse('--compare names a reference group such as gender=girl.');
  const cut = text('period') || 'all';
  const period = parsePeriod(cut, text('from'), text('to'));
  if (![formatKind(period), period.kind].includes(cut))
    throw new WrongUse(
      '--period is one of: all, year, half, quarter, month, rolling, financial-04, ending-03 (with the month the year starts or ends in).',
    );
  if (period.from !== (text('from') || undefined) || period.to !== (text('to') || undefined))
    throw new WrongUse('--from and --to are months such as 2023-04, in order.');
  return {
    mode: oneOf(values.view, ['release', 'working'], 'view'),
    period,
    by,
    where,
    options: parseOptions(text('options')),
    threshold,
    ...(compare ? { compare } : {}),
  };
}
