import { join, list, slot, sql, type Sql } from '$lib/schema/sql';
import { tableOf } from '$lib/schema/tables';
import type { Text } from '$lib/schema/text';
import { notUsed, type Adapter, type AdapterAccount } from './adapter';
import { keyless } from './insert-sql';
import { loadTable } from './load-table';
import type { Reading } from './column-sql';
import type { ColumnMapping, IdentifierFinding } from './import-report';
import { headerForm } from './normal-form';
import { ownEntry } from './own-entry';
import { reasonOf, type Meaning } from './value-map';

/** Columns of the two releases of the file, in normal form, and the field each one feeds. */
const fields: Readonly<Record<string, string>> = {
  'year of registration': 'index_year',
  'registration year': 'index_year',
  gender: 'gender',
  'age broad': 'age_band_at_detection',
  'age range': 'age_band_at_detection',
  citizenship: 'citizenship',
  'country of exploitation': 'exploitation_country',
};

/** Yes/no columns, one a form; a 0 there means "not ticked". */
const forms: Readonly<Record<string, string>> = {
  'is sexual exploit': 'sexual_unspecified',
  'is forced labour': 'labour',
  labor: 'labour',
  'is forced marriage': 'forced_marriage',
  'is forced military': 'armed',
  'is organ removal': 'organ_removal',
};

const cannotFeed: readonly Text[] = [
  {
    en: 'The CTDC file has no date finer than a year: only year periods can be shown.',
    nb: 'CTDC-filen har ingen dato finere enn et år: Bare hele år kan vises.',
  },
  {
    en: 'It has no times, referrals, placements, missing episodes, detention, charges or testimony.',
    nb: 'Den har ingen tider, henvisninger, plasseringer, perioder som savnet, frihetsberøvelser, siktelser eller vitnemål.',
  },
  {
    en: 'Its 0 in a yes/no column is not a confirmed "no": forms are counted where they are ticked.',
    nb: 'Et 0 i en ja/nei-kolonne er ikke et bekreftet «nei»: Former telles der de er krysset av.',
  },
  {
    en: 'Its rows are neither a sample of all victims nor linkable to children: no rates can be made.',
    nb: 'Radene er verken et utvalg av alle utsatte eller mulige å knytte til barn: Ingen rater kan lages.',
  },
];

/** The case-level file of the Counter-Trafficking Data Collaborative, made k-anonymous (ruling S17). */
export const adapterCtdc: Adapter = {
  id: 'ctdc',
  name: { en: 'CTDC k-anonymised case data', nb: 'CTDC k-anonymiserte saksdata' },

  plan(header) {
    const known = header.map(headerForm);
    const has = (...names: string[]) => names.some((name) => known.includes(name));
    const is =
      has('year of registration', 'registration year') &&
      has('age broad', 'age range') &&
      has('country of exploitation') &&
      has('is forced labour', 'is sexual exploit', 'labor');
    if (!is) return null;
    const mapping: ColumnMapping[] = [];
    const handled: IdentifierFinding[] = [];
    for (const [at, source] of header.entries()) {
      const form = known[at] ?? '';
      const field = ownEntry(fields, form);
      const target = field ? `cases.${field}` : ownEntry(forms, form) ? 'cases.forms' : null;
      if (target)
        mapping.push({
          source,
          target,
          tier: 'adapter',
          reason: { en: 'a column of the CTDC file', nb: 'en kolonne i CTDC-filen' },
        });
      else {
        const place = /(^| )(lat|long|lon)$/.test(form);
        const double = /^(nacionalidade|pais exploracao|nationality|country)/.test(form);
        if (place || double)
          handled.push({
            column: source,
            kind: place ? 'coordinates' : 'address',
            handling: 'dropped',
            reason: place
              ? {
                  en: 'the centre of a country, added to the file later',
                  nb: 'midtpunktet i et land, lagt til i filen senere',
                }
              : {
                  en: 'a country that the file already gives as a code',
                  nb: 'et land som filen allerede oppgir som kode',
                },
          });
        const reason =
          place || double
            ? { en: 'dropped: it repeats a country', nb: 'utelatt: gjentar et land' }
            : notUsed;
        mapping.push({ source, target: null, tier: 'adapter', reason });
      }
    }
    return { role: 'cases', table: 'cases', mapping, handled, issues: [], cannotFeed };
  },

  async load(engine, files, firstFile, tell, signal) {
    const table = tableOf('cases');
    const accounts: AdapterAccount[] = [];
    const first = firstFile('cases');
    for (const [k, file] of files.entries()) {
      tell(file.index, 'loading');
      const at = file.header.map(headerForm);
      const readings = at.flatMap((form, position): Reading[] => {
        const column = table.columns.find(({ name }) => name === ownEntry(fields, form));
        const [field] = column?.fields ?? [];
        if (!column || !field) return [];
        const binding = {
          slot: position,
          source: file.header[position] ?? '',
          column,
          field,
          part: null,
          inverse: false,
        };
        return [{ binding, dayMonth: 'dmy', decimalComma: false, map: meanings(column) }];
      });
      const ticks = at.flatMap((form, position) => {
        const code = ownEntry(forms, form);
        return code ? [{ position, code }] : [];
      });
      const { account } = await loadTable(
        engine,
        table,
        first + k,
        file.scanned,
        readings,
        { values: formValues(ticks), slots: ticks.map(({ position }) => position) },
        signal,
      );
      tell(file.index, 'checking');
      accounts.push({
        index: file.index,
        warned: account.warned,
        excluded: 0,
        issues: [
          ...account.issues,
          ...(keyless(table, readings)
            ? [
                {
                  level: 'note' as const,
                  code: 'key-generated',
                  count: file.scanned.scan.good,
                  message: {
                    en: 'The file has no case key; each row was given a number of its own. Rows that look the same are different persons.',
                    nb: 'Filen har ingen saksnøkkel; hver rad har fått et eget nummer. Rader som ser like ut, er forskjellige personer.',
                  },
                },
              ]
            : []),
        ],
      });
    }
    return {
      accounts,
      columns: {
        cases: [
          'case_key',
          'index_year',
          'index_month',
          'victim_status',
          'gender',
          'age_band_at_detection',
          'citizenship',
          'exploitation_country',
          'main_form',
          'forms',
        ],
      },
      files: { cases: files.map(({ name }) => name) },
      population: null,
      cannotFeed,
    };
  },
};

/** Spellings beside the codes: `-99` and `0` say that nobody recorded it. */
function meanings(column: ReturnType<typeof tableOf>['columns'][number]): Map<string, Meaning> {
  const map = new Map<string, Meaning>();
  for (const code of column.codes)
    for (const spelling of [...code.synonyms, ...Object.values(code.labels)])
      if (!column.codes.some(({ value }) => value === spelling))
        map.set(spelling, { code: code.value });
  for (const missing of column.missing)
    for (const spelling of [missing.value, ...missing.synonyms])
      if (spelling) map.set(spelling, { missing: reasonOf(missing) });
  for (const spelling of ['-99', '0', '00', 'Unknown'])
    map.set(spelling, { missing: spelling === 'Unknown' ? 'unknown' : 'not_recorded' });
  return map;
}

/** Forms from the ticked columns; one form is the main one, several leave the main one open. */
function formValues(ticks: readonly { position: number; code: string }[]): Record<string, Sql> {
  const ticked = ({ position }: { position: number }) =>
    sql`${slot(position)} IN ${list(['1', '1.0'])}`;
  const items = join(ticks.map((tick) => sql`CASE WHEN ${ticked(tick)} THEN ${tick.code} END`));
  const found = sql`list_filter([${items}]::VARCHAR[], x -> x IS NOT NULL)`;
  const count = join(
    ticks.map((tick) => sql`CASE WHEN ${ticked(tick)} THEN 1 ELSE 0 END`),
    sql` + `,
  );
  const only = join(
    ticks.map((tick) => sql`WHEN ${ticked(tick)} THEN ${tick.code}::e_form`),
    sql` `,
  );
  return {
    victim_status: sql`'identified'::e_victim_status`,
    victim_status__missing: sql`NULL`,
    forms: sql`CASE WHEN ${count} > 0 THEN ${found} END`,
    forms__missing: sql`CASE WHEN ${count} = 0 THEN 'not_recorded'::e_missing END`,
    main_form: sql`CASE WHEN ${count} = 1 THEN CASE ${only} END END`,
    main_form__missing: sql`CASE WHEN ${count} = 0 THEN 'not_recorded'::e_missing WHEN ${count} > 1 THEN 'unknown'::e_missing END`,
  };
}
