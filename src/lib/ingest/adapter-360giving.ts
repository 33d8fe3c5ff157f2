import { tableOf } from '$lib/schema/tables';
import type { Text } from '$lib/schema/text';
import { notUsed, type Adapter, type AdapterAccount } from './adapter';
import type { Reading } from './column-sql';
import type { ColumnMapping, IdentifierFinding } from './import-report';
import { loadTable } from './load-table';
import { normalForm } from './normal-form';
import { ownEntry } from './own-entry';
import { readingOf } from './reading-of';

/**
 * Headings of a 360Giving spreadsheet (360Giving Data Standard, the titles of its schema) in normal
 * form, and the field each one feeds. A grant programme there is the funder's, not the programme that
 * is paid: it feeds nothing.
 */
const fields: Readonly<Record<string, string>> = {
  identifier: 'grant_key',
  currency: 'currency',
  'amount awarded': 'amount_committed',
  'amount disbursed': 'amount_disbursed',
  'award date': 'signed_date',
  'planned dates start date': 'start_date',
  'planned dates end date': 'end_date',
  'recipient org identifier': 'org_key',
  'funding org identifier': 'donor_key',
};

const texts = new Set(['title', 'description']);

const cannotFeed: readonly Text[] = [
  {
    en: '360Giving lists grants for every cause: leave out at the source those that are not for this field.',
    nb: '360Giving har tilskudd til alle formål: Fjern ved kilden dem som ikke gjelder dette feltet.',
  },
  {
    en: 'It does not say which programme a grant pays, what for, or whether it is core or project money.',
    nb: 'Den sier ikke hvilket program et tilskudd betaler, til hva, eller om det er driftstilskudd eller prosjekttilskudd.',
  },
  {
    en: 'It has no first payment: figures about paid days take a grant from its planned start.',
    nb: 'Den har ingen første utbetaling: Tall om betalte dager regner et tilskudd fra planlagt start.',
  },
];

/** Grants in the 360Giving standard, one row a grant (data-model section 8). */
export const adapter360giving: Adapter = {
  id: '360giving',
  name: { en: '360Giving grants', nb: '360Giving-tilskudd' },

  plan(header) {
    const forms = header.map(normalForm);
    const is =
      ['identifier', 'amount awarded', 'currency', 'award date'].every((one) =>
        forms.includes(one),
      ) && forms.includes('funding org identifier');
    if (!is) return null;
    const handled: IdentifierFinding[] = [];
    const mapping = header.map((source, at): ColumnMapping => {
      const form = forms[at] ?? '';
      const field = forms.indexOf(form) === at ? ownEntry(fields, form) : undefined;
      if (field)
        return {
          source,
          target: `funding.${field}`,
          tier: 'adapter',
          reason: { en: 'a heading of 360Giving', nb: 'en overskrift i 360Giving' },
        };
      if (form.startsWith('recipient ind'))
        handled.push({
          column: source,
          kind: 'name',
          handling: 'dropped',
          reason: {
            en: 'says which person got a grant',
            nb: 'sier hvilken person som fikk tilskudd',
          },
        });
      else if (texts.has(form))
        handled.push({
          column: source,
          kind: 'free text',
          handling: 'dropped',
          reason: { en: 'words about the grant', nb: 'ord om tilskuddet' },
        });
      return { source, target: null, tier: 'adapter', reason: notUsed };
    });
    return { role: 'grants', table: 'funding', mapping, handled, issues: [], cannotFeed };
  },

  async load(engine, files, firstFile, tell, signal) {
    const table = tableOf('funding');
    const first = firstFile('funding');
    const accounts: AdapterAccount[] = [];
    const fed = new Set<string>();
    for (const [k, { index, header, scanned }] of files.entries()) {
      tell(index, 'loading');
      const forms = header.map(normalForm);
      const readings = forms.flatMap((form, slot): Reading[] => {
        const column = table.columns.find(({ name }) => name === ownEntry(fields, form));
        const [field] = column?.fields ?? [];
        if (!column || !field || forms.indexOf(form) !== slot) return [];
        fed.add(column.name);
        const source = header[slot] ?? '';
        const binding = { slot, source, column, field, part: null, inverse: false };
        return [readingOf(binding, 'dmy', undefined, undefined)];
      });
      const { account } = await loadTable(
        engine,
        table,
        first + k,
        scanned,
        readings,
        null,
        signal,
      );
      tell(index, 'checking');
      accounts.push({ index, warned: account.warned, excluded: 0, issues: account.issues });
    }
    return {
      accounts,
      columns: { funding: [...fed] },
      files: { funding: files.map(({ name }) => name) },
      population: null,
      cannotFeed,
    };
  },
};
