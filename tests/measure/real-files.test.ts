import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../shared-data';
import { loadTexts, numberOf, rowOf, see } from './loaded';

type Cells = Record<string, string>;
const read = (path: string) => ({ name: basename(path), text: readFileSync(path, 'utf8') });
const rowsOf = (text: string) =>
  Papa.parse<Cells>(text, { header: true, skipEmptyLines: true }).data;

describe('k-anonymised CTDC export', () => {
  const path = sharedData('ctdc/dados_app.csv');
  it('gives the children of a plain count of the file', async () => {
    if (!path) return;
    const file = read(path);
    const children = rowsOf(file.text).filter(({ ageBroad = '' }) =>
      /^(0--8|9--17)$/.test(ageBroad),
    );
    const tally = (key: (row: Cells) => string) =>
      children.reduce<Record<string, number>>((counts, row) => {
        counts[key(row)] = (counts[key(row)] ?? 0) + 1;
        return counts;
      }, {});
    const source = await loadTexts([file]);
    const view = {
      period: { kind: 'year' as const },
      by: [['gender' as const], ['age_band' as const]],
    };
    const count = await see(source, 'ID-01', view);
    const total = count.rows
      .filter((row) => row.measure === 'count' && Object.keys(row.by).length === 0)
      .reduce((sum, row) => sum + (numberOf(row.value) ?? 0), 0);
    expect(total).toBe(children.length);
    for (const [year, n] of Object.entries(tally((row) => row.yearOfRegistration ?? '')))
      expect(numberOf(rowOf(count, 'count', {}, year)?.value)).toBe(n);
    const bands: Record<string, string> = { '0--8': '0_8', '9--17': '9_17' };
    for (const [key, n] of Object.entries(
      tally((row) => `${row.yearOfRegistration} ${row.ageBroad}`),
    )) {
      const [year, band = ''] = key.split(' ');
      expect(numberOf(rowOf(count, 'count', { age_band: bands[band] ?? '' }, year)?.value)).toBe(n);
    }
    const shares = await see(source, 'ID-03', { period: { kind: 'year' } });
    const byGender = tally((row) => `${row.yearOfRegistration} ${row.gender}`);
    for (const [key, n] of Object.entries(byGender)) {
      const [year, gender = ''] = key.split(' ');
      const row = rowOf(shares, 'share', { gender: gender.toLowerCase() }, year);
      expect(numberOf(row?.numerator)).toBe(n);
    }
  });
});

describe('statutory exports of children looked after', () => {
  const folder = 'ssda903-synthetic/validator';
  const paths = ['header', 'episodes', 'missing', 'uasc'].map((table) =>
    sharedData(`${folder}/${table}.csv`),
  );
  it('has the exposure and the episodes of a plain reading, day by day', async () => {
    const files = paths.flatMap((path) => (path ? [read(path)] : []));
    if (files.length < 4) return;
    const source = await loadTexts(files);
    const rate = rowOf(await see(source, 'MC-02'), 'rate_per_100_child_months');
    const plain = plainReading(files.map((file) => rowsOf(file.text)));
    expect(numberOf(rate?.numerator)).toBe(plain.episodes);
    expect(numberOf(rate?.denominator)).toBeCloseTo(plain.days / 30.4375, 2);
    expect(numberOf(rate?.n)).toBe(plain.children);
    for (const id of ['ID-01', 'ID-03', 'ND-01'])
      expect((await see(source, id)).unavailable).toEqual({
        table: 'cases',
        column: 'victim_status',
      });
  });
});

/** MC-02 from the four tables, one day at a time, written without the app's code. */
function plainReading([headers = [], episodes = [], missing = []]: Cells[][]) {
  const day = (text = '') => {
    const [d, m, y] = text.split('/').map(Number);
    return Date.UTC(y ?? 0, (m ?? 1) - 1, d) / 86_400_000;
  };
  const end = Date.UTC(2018, 3, 1) / 86_400_000;
  const atHome = new Set(['P1', 'R5']);
  let [days, count, children] = [0, 0, 0];
  for (const { CHILD: child, DOB: born = '' } of headers) {
    const own = episodes.filter((episode) => episode.CHILD === child);
    if (!own.length) continue;
    const [d, m, y = 0] = born.split('/').map(Number);
    const adult = Date.UTC(y + 18, (m ?? 1) - 1, d) / 86_400_000;
    const first = Math.min(...own.map((episode) => day(episode.DECOM)));
    if (adult <= first) continue;
    const until = Math.min(end, adult);
    const gone = missing
      .filter((row) => row.CHILD === child && row.MISSING === 'M')
      .map((row) => [day(row.MIS_START), row.MIS_END ? day(row.MIS_END) : Infinity] as const);
    const spells = own.map((episode) => ({
      from: day(episode.DECOM),
      to: episode.DEC ? day(episode.DEC) : Infinity,
      place: episode.PLACE ?? '',
    }));
    let own_days = 0;
    for (let at = first; at < until; at++) {
      const inCare = spells.some((s) => !atHome.has(s.place) && s.from <= at && at < s.to);
      const held = spells.some((s) => s.place === 'R5' && s.from <= at && at < s.to);
      const away = gone.some(([from, to]) => from <= at && at < to);
      if (inCare && !held && !away) own_days++;
    }
    days += own_days;
    if (own_days) children++;
    count += gone.filter(
      ([from]) =>
        from <= until &&
        spells.some((s) => !atHome.has(s.place) && s.from <= from && from <= s.to) &&
        !spells.some((s) => s.place === 'R5' && s.from < from && from < s.to),
    ).length;
  }
  return { days, episodes: count, children };
}
