import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DEMO_NOTICE, demoCountry, demoParts } from '$lib/demo/demo-country';
import { columnsOf, tableOf, tables } from '$lib/schema/tables';
import {
  all,
  count,
  dateOnly,
  detectedAt,
  files,
  grouped,
  moment,
  people,
  personOf,
  type Row,
  told,
} from './told';

const hash = (parts: readonly { name: string; text: string }[]) => {
  const sha = createHash('sha256');
  for (const { name, text } of parts) sha.update(`${name}\n${text}`);
  return sha.digest('hex');
};
describe('the same bytes', () => {
  it('come from the same seed, today and after every change that does not mean to change them', () => {
    expect(hash(files.slice(0, 12))).toBe(
      '65c97b5a54f14112e97c99e03b7b5739029f824f37ab5d7da543fbbfebee0da6',
    );
    expect(hash(files.slice(12))).toBe(
      '59010267e78fb9d2c240318a81669af2d04afe961446365ce4dbbac45e19193a',
    );
  });

  it('come in pieces as they come whole', () => {
    const pieces = new Map<string, string>();
    for (const { name, text } of demoParts({ children: 5200, seed: 7 }))
      pieces.set(name, (pieces.get(name) ?? '') + text);
    const whole = demoCountry({ children: 5200, seed: 7 });
    expect([...pieces]).toEqual(whole.map(({ name, text }) => [name, text]));
    expect([...demoParts({ children: 5200, seed: 7 })].length).toBeGreaterThan(whole.length);
  });

  it('differ with another seed', () => {
    const of = (seed: number) => demoCountry({ children: 60, seed })[1]?.text;
    expect(of(1)).toBe(of(1));
    expect(of(1)).not.toBe(of(2));
  });
});

describe('every file', () => {
  it('is a table of the data model, in its order, and holds rows', () => {
    expect(files.map(({ name }) => name)).toEqual(tables.map(({ name }) => `${name}.csv`));
    for (const { name } of told) expect(all(name).length).toBeGreaterThan(0);
  });

  it('holds cells of its type: a code of the list, a number in range, a date, or a missing value', () => {
    const wrong = new Map<string, number>();
    for (const { name, columns } of told)
      for (const column of columns) {
        const header = column.type.startsWith('event') ? `${column.name}_at` : column.name;
        const missing = new Set(column.missing.map(({ value }) => value));
        const codes = new Set(column.codes.map(({ value }) => value));
        for (const row of all(name)) {
          const cell = row[header];
          if (cell === undefined || missing.has(cell)) continue;
          const good =
            column.type === 'code'
              ? codes.has(cell)
              : column.type === 'list'
                ? cell.split(';').every((one) => codes.size === 0 || codes.has(one))
                : column.type === 'integer' || column.type === 'number' || column.type === 'year'
                  ? (column.type === 'number' ? /^\d+(\.\d+)?$/ : /^\d+$/).test(cell) &&
                    Number(cell) >= (column.min ?? 0) &&
                    Number(cell) <= (column.max ?? Infinity)
                  : column.type === 'yearmonth'
                    ? /^20\d\d-[01]\d$/.test(cell)
                    : column.type === 'string'
                      ? new RegExp(column.pattern ?? '.').test(cell)
                      : /^20\d\d-\d\d-\d\d(T\d\d:\d\d:00Z)?$/.test(cell) &&
                        !Number.isNaN(moment(cell));
          if (!good) wrong.set(`${name}.${header}`, (wrong.get(`${name}.${header}`) ?? 0) + 1);
        }
      }
    expect(Object.fromEntries(wrong)).toEqual({});
  });

  it('fills what is required and keeps its keys', () => {
    for (const { name, primaryKey, references } of told) {
      const rows = all(name);
      const keys = rows.map((row) => primaryKey.map((column) => row[column]).join('|'));
      expect([name, new Set(keys).size]).toEqual([name, rows.length]);
      for (const column of columnsOf(name).filter((one) => one.requirement === 'R')) {
        const header = column.type.startsWith('event') ? `${column.name}_at` : column.name;
        expect([name, header, rows.filter((row) => !row[header]).length]).toEqual([
          name,
          header,
          0,
        ]);
      }
      for (const { column, toTable, toColumn } of references) {
        const targets = new Set(all(toTable).map((row) => row[toColumn]));
        const lost = rows.filter((row) => row[column] && !targets.has(row[column]));
        expect([name, column, lost.length]).toEqual([name, column, 0]);
      }
    }
  });

  it('quotes what needs quotes and reads back as it was', () => {
    expect(all('meta')[0]?.inclusion_note).toBe(
      'Made-up data: "Country XX" does not exist, and no row is about a real child',
    );
    expect(files[0]?.text).toContain('"Made-up data: ""Country XX""');
    expect(all('population')[0]?.source).toBe('Made-up population, country XX');
    for (const { text } of files) expect(text.endsWith('\n')).toBe(true);
  });

  it('says that it is made up, in both languages', () => {
    expect(DEMO_NOTICE.en).toContain('Made-up');
    expect(DEMO_NOTICE.nb).toContain('Oppdiktede');
  });
});

describe('the children', () => {
  it('are as many as asked, and one grown person in fifty', () => {
    expect(people.size).toBe(2000 + 40);
    const grown = [...people.values()].filter((rows) => Number(rows[0]?.age_at_detection) > 17);
    expect(grown.length).toBeGreaterThanOrEqual(40);
    expect(demoCountry({ children: 0 }).map(({ text }) => text.split('\n').length - 2)).toEqual([
      1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 180, 0, 0, 0, 0, 0, 0, 0, 21, 8, 562, 180, 50, 79, 6, 87,
      852, 88,
    ]);
  });

  it('become more from year to year', () => {
    const first = [...people.values()].map(
      (rows) => rows.map((row) => row.detected_at ?? '').sort()[0] ?? '',
    );
    const years = ['2021', '2022', '2023', '2024', '2025'].map(
      (year) => first.filter((text) => text.startsWith(year)).length,
    );
    for (let i = 1; i < years.length; i++) expect(years[i]).toBeGreaterThan(years[i - 1] ?? 0);
    expect(years.reduce((sum, value) => sum + value, 0)).toBe(people.size);
  });

  it('are mostly girls in sexual exploitation and boys in labour and crime', () => {
    const share = (gender: string, form: RegExp) =>
      count('cases', (row) => row.gender === gender && form.test(row.main_form ?? '')) /
      count('cases', (row) => row.gender === gender);
    expect(share('female', /^sexual/)).toBeGreaterThan(0.6);
    expect(share('male', /^(labour|criminal)$/)).toBeGreaterThan(0.45);
  });

  it('keep gender and age from file to file', () => {
    for (const rows of people.values()) {
      const genders = new Set(
        rows.map((row) => row.gender).filter((gender) => gender !== 'unknown'),
      );
      expect(genders.size).toBeLessThanOrEqual(1);
      const ages = rows
        .toSorted((a, b) => moment(a.detected_at) - moment(b.detected_at))
        .map((row) => Number(row.age_at_detection));
      for (let i = 1; i < ages.length; i++) expect(ages[i] ?? 0).not.toBeLessThan(ages[i - 1] ?? 0);
    }
    expect(
      count('cases', (row) => row.days_to_18_band === 'lt100d' && row.age_at_detection !== '17'),
    ).toBe(0);
    expect(
      count(
        'cases',
        (row) =>
          row.age_at_detection !== '' &&
          Number(row.age_at_first_exploitation) > Number(row.age_at_detection),
      ),
    ).toBe(0);
    expect(
      count(
        'cases',
        (row) => (row.citizenship === 'XX') !== (row.citizenship_group === 'national'),
      ),
    ).toBe(0);
  });
});

describe('events', () => {
  it('end after they start (rule X02), the planted grant apart', () => {
    for (const table of ['assignments', 'placements', 'missing_episodes', 'detention', 'services'])
      for (const row of all(table)) {
        if (!row.started_at || !row.ended_at) continue;
        const [from, to] = [row.started_at.slice(0, 10), row.ended_at.slice(0, 10)];
        expect(to >= from).toBe(true);
        if (!dateOnly(row.started_at) && !dateOnly(row.ended_at))
          expect(moment(row.ended_at)).toBeGreaterThanOrEqual(moment(row.started_at));
      }
    expect(
      count(
        'charges',
        (row) => Boolean(row.resolved_at) && (row.resolved_at ?? '') < (row.started_at ?? ''),
      ),
    ).toBe(0);
  });

  it('do not overlap inside one file (rule X10)', () => {
    for (const table of ['missing_episodes', 'detention', 'placements'])
      for (const rows of grouped(all(table), (row) => row.case_key ?? '').values()) {
        const sorted = rows.toSorted((a, b) => moment(a.started_at) - moment(b.started_at));
        sorted.forEach((row, i) => {
          const next = sorted[i + 1]?.started_at;
          if (!next) return;
          expect([table, Boolean(row.ended_at)]).toEqual([table, true]);
          expect((row.ended_at ?? '').slice(0, 10) <= next.slice(0, 10)).toBe(true);
        });
      }
  });

  it('say when they ended if they say how (rule X12)', () => {
    for (const row of all('missing_episodes')) {
      const reason = row.end_reason ?? '';
      if (reason === 'returned' || reason.startsWith('found_')) expect(row.ended_at).toBeTruthy();
      if (reason === 'still_missing' || reason === 'closed_at_18') expect(row.ended_at).toBe('');
    }
  });

  it('never lie after the end of what is known', () => {
    const end = new Map(
      [...people].map(([key, rows]) => [
        key,
        rows
          .map((row) => (row.followup_end_at || row.closed_at) ?? '')
          .sort()
          .at(-1) ?? '',
      ]),
    );
    const unsure = new Set(
      [...people]
        .filter(([, rows]) => rows.some((row) => !row.followup_end_at))
        .map(([key]) => key),
    );
    for (const { name, columns } of told) {
      if (name === 'cases' || !columns.some((column) => column.name === 'case_key')) continue;
      for (const column of columns.filter(
        (one) => one.type.startsWith('event') && one.name !== 'next_review_due', // a plan
      ))
        for (const row of all(name)) {
          const cell = (row[`${column.name}_at`] ?? '').slice(0, 10);
          if (/^\d/.test(cell) && !unsure.has(personOf(row)))
            expect(cell <= (end.get(personOf(row)) ?? '')).toBe(true);
        }
    }
  });
});

describe('what is planted', () => {
  const atLeast = (least: number, table: string, test: (row: Row) => boolean) =>
    expect(count(table, test)).toBeGreaterThanOrEqual(least);

  it('unknowns of every kind', () => {
    for (const label of ['', 'unknown', 'not_asked', 'refused'])
      atLeast(50, 'cases', (row) => row.sogiesc_minority === label || row.minority_group === label);
    atLeast(50, 'cases', (row) => row.pregnant_or_parenting === 'na');
    for (const label of ['', 'unknown', 'refused'])
      atLeast(5, 'cases', (row) => row.gender === label);
    const hotline = all('cases').filter((row) => row.org_type === 'hotline');
    expect(new Set(hotline.map((row) => row.disability_any))).toEqual(new Set(['not_asked']));
  });

  it('children known to two and three bodies, duplicates and files that cannot be linked', () => {
    const bodies = [...people.values()].map((rows) => new Set(rows.map((row) => row.org_key)).size);
    expect(bodies.filter((n) => n === 2).length).toBeGreaterThan(300);
    expect(bodies.filter((n) => n === 3).length).toBeGreaterThan(50);
    atLeast(15, 'cases', (row) => row.closure_reason === 'duplicate');
    atLeast(10, 'cases', (row) => row.child_key === '');
    expect(count('cases', (row) => row.child_key === '') / all('cases').length).toBeLessThan(0.05);
    expect(new Set(all('cases').map((row) => row.org_type)).size).toBeGreaterThanOrEqual(8);
    atLeast(3, 'cases', (row) => (row.index_month ?? '') > '2025-12');
  });

  it('files of every end', () => {
    for (const reason of [
      'transferred',
      'returned',
      'contact_lost',
      'turned_18',
      'missing',
      'funding_ended',
    ])
      atLeast(10, 'cases', (row) => row.closure_reason === reason);
    atLeast(2, 'cases', (row) => row.closure_reason === 'deceased');
    atLeast(
      300,
      'cases',
      (row) => row.case_open === 'yes' && row.closed_at === '' && Boolean(row.followup_end_at),
    );
    atLeast(10, 'cases', (row) => row.followup_end_at === '');
    expect(count('cases', (row) => (row.case_open === 'yes') !== (row.closed_at === ''))).toBe(0);
  });

  it('ages unknown, with and without presumption, bands and persons of 18 or over', () => {
    const noAge = (row: Row) =>
      row.age_at_detection === 'unknown' && row.age_band_at_detection === 'unknown';
    atLeast(5, 'cases', (row) => noAge(row) && row.minority_basis === 'presumed');
    atLeast(20, 'cases', (row) => noAge(row) && row.minority_basis !== 'presumed');
    atLeast(
      50,
      'cases',
      (row) => row.age_at_detection === '' && /^\d/.test(row.age_band_at_detection ?? ''),
    );
    atLeast(1, 'cases', (row) => row.age_band_at_detection === '9_17');
    atLeast(40, 'cases', (row) => row.age_band_at_detection === '18plus');
    for (const gender of ['trans_girl', 'trans_boy', 'nonbinary'])
      atLeast(3, 'cases', (row) => row.gender === gender);
  });

  it('three children below any threshold', () => {
    const rare = all('cases').filter((row) => row.main_form === 'organ_removal');
    expect(rare).toHaveLength(3);
    expect(
      new Set(
        rare.map((row) =>
          [row.gender, row.age_at_detection, row.region, row.citizenship_group].join(),
        ),
      ).size,
    ).toBe(1);
    expect(new Set(rare.map((row) => row.child_key)).size).toBe(3);
    expect(rare.every((row) => (row.index_month ?? '').startsWith('2024-0'))).toBe(true);
  });

  it('referrals on the same day, before detection, without a moment, and none', () => {
    const cp = (row: Row) => row.purpose === 'child_protection';
    const hours = (row: Row) => (moment(row.referred_at) - detectedAt(row)) / 3_600_000;
    atLeast(200, 'referrals', (row) => cp(row) && hours(row) >= 0 && hours(row) < 24);
    atLeast(15, 'referrals', (row) => cp(row) && hours(row) < -24);
    atLeast(20, 'referrals', (row) => row.referred_at === '' || row.referred_at === 'unknown');
    atLeast(100, 'referrals', (row) => dateOnly(row.referred_at));
    const referred = new Set(all('referrals').map(personOf));
    expect([...people.keys()].filter((key) => !referred.has(key)).length).toBeGreaterThan(50);
    atLeast(
      20,
      'referrals',
      (row) => row.status === 'refused' && row.refusal_reason === 'no_capacity',
    );
  });

  it('detection to the minute for most and by day for some', () => {
    const days = count('cases', (row) => dateOnly(row.detected_at)) / all('cases').length;
    expect(days).toBeGreaterThan(0.08);
    expect(days).toBeLessThan(0.25);
  });

  it('children who turned 18 while they waited', () => {
    const waiting = all('services').filter((row) => row.status === 'waiting');
    const turned = waiting.filter((row) =>
      people.get(personOf(row))?.some((file) => file.turned_18_at),
    );
    expect(turned.length).toBeGreaterThanOrEqual(5);
    atLeast(100, 'cases', (row) => Boolean(row.turned_18_at));
  });

  it('guardians: before detection, temporary first, never, still running', () => {
    const guardian = (row: Row) => row.role === 'guardian';
    atLeast(
      20,
      'assignments',
      (row) => guardian(row) && moment(row.started_at) < detectedAt(row) - 864e5,
    );
    atLeast(50, 'assignments', (row) => row.role === 'temporary_guardian');
    atLeast(100, 'assignments', (row) => guardian(row) && row.ended_at === '');
    const held = new Set(all('assignments').filter(guardian).map(personOf));
    const deprived = [...people].filter(([, rows]) => rows[0]?.parental_care === 'deprived');
    expect(deprived.filter(([key]) => !held.has(key)).length).toBeGreaterThan(50);
  });

  it('care: before detection, closed, not free to leave, with gaps', () => {
    atLeast(50, 'placements', (row) => moment(row.started_at) < detectedAt(row) - 864e5);
    for (const type of ['closed_shelter', 'secure_care', 'detention'])
      atLeast(5, 'placements', (row) => row.placement_type === type);
    for (const answer of ['no', 'unknown', '', 'not_asked'])
      atLeast(10, 'placements', (row) => row.free_to_leave === answer);
    atLeast(100, 'placements', (row) => row.ended_at === '');
    for (const reason of ['missing', 'returned_abroad', 'turned_18', 'funding', 'detained'])
      atLeast(5, 'placements', (row) => row.end_reason === reason);
  });

  it('missing: repeated, open, closed at 18, before registration, away, twice recorded, left out', () => {
    const repeats = [...grouped(all('missing_episodes'), (row) => row.case_key ?? '').values()];
    expect(repeats.filter((rows) => rows.length > 1).length).toBeGreaterThan(20);
    atLeast(25, 'missing_episodes', (row) => row.end_reason === 'still_missing');
    atLeast(3, 'missing_episodes', (row) => row.end_reason === 'closed_at_18');
    atLeast(15, 'missing_episodes', (row) => row.before_registration === 'yes');
    atLeast(30, 'missing_episodes', (row) => row.episode_type === 'away');
    const twice = [...grouped(all('missing_episodes'), personOf).values()].filter(
      (rows) => new Set(rows.map((row) => row.case_key)).size > 1,
    );
    expect(twice.length).toBeGreaterThan(10);
    const starts = new Set(
      all('missing_episodes').map((row) => `${row.case_key}${row.started_at?.slice(0, 10)}`),
    );
    atLeast(
      10,
      'placements',
      (row) =>
        row.end_reason === 'missing' && !starts.has(`${row.case_key}${row.ended_at?.slice(0, 10)}`),
    );
  });

  it('detention: every layer, before detection, still running, twice recorded', () => {
    for (const setting of [
      'police_cell',
      'pretrial',
      'sentenced',
      'juvenile',
      'immigration',
      'border_transit',
      'secure_care',
      'psychiatric',
      'closed_shelter',
      'other',
    ])
      atLeast(1, 'detention', (row) => row.setting === setting);
    atLeast(20, 'detention', (row) => moment(row.started_at) < detectedAt(row) - 864e5);
    atLeast(8, 'detention', (row) => row.ended_at === '');
    const twice = [...grouped(all('detention'), personOf).values()].filter(
      (rows) => new Set(rows.map((row) => row.case_key)).size > 1,
    );
    expect(twice.length).toBeGreaterThan(5);
  });

  it('charges with each outcome, statements again and again', () => {
    for (const outcome of [
      'pending',
      'dropped_nonpunishment',
      'convicted',
      'administrative',
      'diverted',
    ])
      atLeast(3, 'charges', (row) => row.outcome === outcome);
    for (const step of ['stopped', 'charged', 'convicted', 'custodial', ''])
      atLeast(3, 'charges', (row) => row.step_reached === step);
    const heard = [...grouped(all('testimony'), personOf).values()].map((rows) => rows.length);
    expect(heard.filter((n) => n >= 4).length).toBeGreaterThan(30);
    atLeast(20, 'testimony', (row) => row.held_at === '' || row.held_at === 'unknown');
  });

  it('seven programmes in two currencies, with gaps, overlaps, open and impossible grants', () => {
    const grants = all('funding');
    expect(new Set(grants.map((row) => row.programme_key)).size).toBe(7);
    expect(new Set(grants.map((row) => row.currency))).toEqual(new Set(['EUR', 'NOK']));
    expect(new Set(grants.map((row) => row.covers_direct_services))).toEqual(
      new Set(['yes', 'no', 'unknown', '']),
    );
    expect(count('funding', (row) => row.end_date === '')).toBe(1);
    expect(
      count(
        'funding',
        (row) => row.end_date !== '' && (row.end_date ?? '') < (row.start_date ?? ''),
      ),
    ).toBe(1);
    const gaps: number[] = [];
    for (const rows of grouped(grants, (row) => row.programme_key ?? '').values())
      rows.forEach((row, i) => {
        const next = rows[i + 1];
        if (next && row.end_date)
          gaps.push((moment(next.start_date) - moment(row.end_date)) / 864e5 - 1);
      });
    expect(gaps.filter((days) => days >= 28).length).toBeGreaterThanOrEqual(4);
    expect(gaps.filter((days) => days < 0).length).toBeGreaterThanOrEqual(1);
  });

  it('a population that tiles 0 to 17 for each sex and year', () => {
    const groups = grouped(all('population'), (row) => `${row.year}${row.sex}`);
    expect(groups.size).toBe(10);
    for (const rows of groups.values()) {
      expect(rows.map((row) => Number(row.age_from))).toEqual([...Array(18).keys()]);
      expect(rows.every((row) => row.age_from === row.age_to && Number(row.population) > 0)).toBe(
        true,
      );
    }
    expect(tableOf('population').primaryKey).toEqual(['pop_key']);
  });
});
