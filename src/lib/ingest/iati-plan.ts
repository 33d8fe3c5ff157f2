import type { Text } from '$lib/schema/text';
import { notUsed, type AdapterPlan } from './adapter';
import type { ColumnMapping } from './import-report';
import { ownEntry } from './own-entry';

/** Flat files of an IATI publisher: its transactions, its activities, and those that feed nothing. */
type IatiRole = 'transactions' | 'activities' | 'unused';

/** What the columns of a transaction feed. */
const targets: Readonly<Record<string, string>> = {
  iati_identifier: 'funding.programme_key',
  transaction_value: 'funding.amount_committed',
  transaction_value_currency: 'funding.currency',
  transaction_date: 'funding.signed_date',
  transaction_provider_org: 'funding.donor_key',
  transaction_provider_org_ref: 'funding.donor_key',
  transaction_provider_org_type: 'funding.donor_type',
};

const needed = ['transaction_type_code', 'transaction_date', 'transaction_value'];

export const iatiCannotFeed: readonly Text[] = [
  {
    en: 'Of IATI, incoming commitments (type 11) become funding. Incoming funds, disbursements and expenditure are left out: a file of them does not say which grant or period they belong to.',
    nb: 'Fra IATI blir mottatte tilsagn (type 11) til tilskudd. Mottatte midler, utbetalinger og utgifter er utelatt: Filen sier ikke hvilket tilskudd eller hvilken periode de hører til.',
  },
  {
    en: 'A grant begins and ends with its activity, actual dates before planned ones; without the file of activities it has no start.',
    nb: 'Et tilskudd begynner og slutter med aktiviteten sin, faktiske datoer før planlagte; uten filen med aktiviteter har det ingen start.',
  },
  {
    en: 'IATI covers all of a publisher: leave out at the source the activities that are not for this field.',
    nb: 'IATI dekker alt en utgiver gjør: Fjern ved kilden aktivitetene som ikke gjelder dette feltet.',
  },
];

/** What each column of an IATI file becomes, or null when the header is of no such file. */
export function iatiPlan(header: readonly string[]): AdapterPlan | null {
  const names = header.map((one) => one.trim().toLowerCase());
  const has = (...all: string[]) => all.every((one) => names.includes(one));
  if (!has('iati_identifier')) return null;
  const role: IatiRole | null = has(...needed, 'transaction_value_currency')
    ? 'transactions'
    : has('activity_date_1', 'activity_date_type_1')
      ? 'activities'
      : ['budget_value', 'sector_code', 'participating_org_role'].some((one) => has(one))
        ? 'unused'
        : null;
  if (!role) return null;
  const target = (name: string): string | null => {
    if (role === 'transactions')
      return /^transaction_aid_type_code_\d+$/.test(name)
        ? 'funding.modality'
        : (ownEntry(targets, name) ?? null);
    return role === 'activities' && /^activity_date_\d+$/.test(name) ? 'funding.start_date' : null;
  };
  const mapping = header.map((source, at): ColumnMapping => {
    const fed = target(names[at] ?? '');
    const reason = fed ? { en: 'a column of IATI', nb: 'en kolonne i IATI' } : notUsed;
    return { source, target: fed, tier: 'adapter', reason };
  });
  const table = role === 'unused' ? null : 'funding';
  return { role, table, mapping, handled: [], issues: [], cannotFeed: iatiCannotFeed };
}
