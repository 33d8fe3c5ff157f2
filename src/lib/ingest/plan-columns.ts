import type { Text } from '$lib/schema/text';
import { notUsed, type AdapterPlan } from './adapter';
import type { ColumnMapping, IdentifierFinding } from './import-report';
import { ownEntry } from './own-entry';

/** How an adapter treats a column that points to a person. */
export type Handled = Omit<IdentifierFinding, 'column'>;

/** What an adapter makes of a header: `form` is a header as the keys of the two lists are written. */
export interface KnownColumns {
  readonly form: (header: string) => string;
  /** `table.column` by the form of a header; the first column of that form is read. */
  readonly targets: Readonly<Record<string, string>>;
  readonly handled: (form: string) => Handled | null;
  /** Why a column is read. */
  readonly reason: Text;
}

/** The columns of a file by what becomes of them. */
export function planColumns(
  header: readonly string[],
  { form, targets, handled: kindOf, reason }: KnownColumns,
): Pick<AdapterPlan, 'mapping' | 'handled'> {
  const forms = header.map(form);
  const handled: IdentifierFinding[] = [];
  const mapping = header.map((source, at): ColumnMapping => {
    const own = forms[at] ?? '';
    const target = (forms.indexOf(own) === at && ownEntry(targets, own)) || null;
    const identifier = kindOf(own);
    if (identifier)
      handled.push({
        column: source,
        ...identifier,
        handling: target ? identifier.handling : 'dropped',
      });
    return {
      source,
      target,
      tier: 'adapter',
      reason: target ? reason : (identifier?.reason ?? notUsed),
    };
  });
  return { mapping, handled };
}

/** Said of every shape that no filled file was met of. */
export const neverMet = (what: Text): Text => ({
  en: `${what.en} is read as its published list of fields describes it; no filled file has been met. Hold the counts against your own system before you use them.`,
  nb: `${what.nb} leses slik den publiserte feltlisten beskriver; ingen utfylt fil er prøvd. Hold tallene opp mot ditt eget system før du bruker dem.`,
});
