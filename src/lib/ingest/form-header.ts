import type { Text } from '$lib/schema/text';
import { normalForm } from './normal-form';

/** The header of a form export (KoboToolbox, ODK): what its questions are called without their groups. */
export interface FormHeader {
  readonly names: readonly string[];
  /** Columns that the tool adds, and options of a question that has a column of its own. */
  readonly aside: ReadonlyMap<number, Text>;
  /** Questions of which each option has a column: positions and names of the options. */
  readonly split: ReadonlyMap<string, readonly Option[]>;
}

/** A column that holds whether one option of a question was ticked. */
interface Option {
  readonly at: number;
  readonly option: string;
  /** False where some cells say something else. */
  readonly all: boolean;
}

/** Columns that the tools add to every form; nothing in them was asked. */
const added = new Set(
  `_id _uuid _submission_time _validation_status _notes _status _submitted_by __version__ _version_ _tags
  _index _parent_index _parent_table_name _attachments _geolocation _xform_id_string _submission__id _submission__uuid
  _bamboo_dataset_id formhub/uuid meta/instanceid meta/instancename meta/rootuuid meta/deprecatedid meta-instanceid meta-instancename
  instanceid instancename key parent_key submissiondate submitterid submittername attachmentspresent attachmentsexpected
  reviewstate edits formversion deviceid device_id subscriberid simserial phonenumber username start end today`.split(/\s+/), // prettier-ignore
);
/** Of these two must be there: `start` and `key` are words of other exports too. */
const marks = /^(_id|_uuid|_submission_time|_index|__version__|_submitted_by|_validation_status|formhub\/uuid|meta[/-]instanceid|instanceid|submissiondate|submitterid|key|formversion|reviewstate)$/; // prettier-ignore

const tool: Text = {
  en: 'added by the form tool (KoboToolbox, ODK), not asked in the form',
  nb: 'lagt til av skjemaverktøyet (KoboToolbox, ODK), ikke spurt om i skjemaet',
};
const optionOf: Text = {
  en: 'one option of a question that has a column of its own, which is read',
  nb: 'ett svaralternativ i et spørsmål med egen kolonne, som leses',
};

/** Reads a header as that of a form export, or null when it is none. */
export function formHeader(
  header: readonly string[],
  values: readonly ReadonlySet<string>[],
): FormHeader | null {
  const low = header.map((one) => one.trim().toLowerCase());
  if (low.filter((one) => marks.test(one)).length < 2) return null;
  const aside = new Map<number, Text>();
  low.forEach((one, at) => added.has(one) && aside.set(at, tool));
  const asked = low.filter((_, at) => !aside.has(at));
  const between = ['/', '.', '-'].find((sign) => asked.some((one) => one.includes(sign))) ?? '/';
  const last = (one: string) => one.slice(one.lastIndexOf(between) + 1).trim();
  const group = (one: string) => one.slice(0, Math.max(0, one.lastIndexOf(between)));
  const split = new Map<string, Option[]>();
  header.forEach((one, at) => {
    const parent = aside.has(at) ? '' : group(one);
    const cells = [...(values[at] ?? [])].map((cell) => cell.trim());
    const all = cells.every((cell) => ticks.test(cell));
    // One odd cell makes no other question of an option: the rows that hold it are not read.
    if (!parent || !(all || (cells.length < few && cells.some((cell) => cell && ticks.test(cell))))) return; // prettier-ignore
    if (header.includes(parent)) {
      if (all) aside.set(at, optionOf);
    } else split.set(parent, [...(split.get(parent) ?? []), { at, option: last(one), all }]);
  });
  const names = header.map((one, at) =>
    !aside.has(at) && last(one) && !ofAnother.test(normalForm(group(one))) && asked.filter((other) => last(other) === last(one.trim().toLowerCase())).length === 1 // prettier-ignore
      ? last(one)
      : one,
  );
  return {
    names,
    aside,
    split: new Map(
      [...split].map(([parent, all]) => {
        const twice = [...split.keys()].some((one) => one !== parent && last(one) === last(parent));
        return [twice || ofAnother.test(normalForm(parent)) ? parent : last(parent), all];
      }),
    ),
  };
}

const ticks = /^(0|1|1\.0|0\.0|true|false)?$/i;
const few = 5;
/** Groups of questions about somebody else than the child; their questions keep the whole name. */
const ofAnother =
  /(^| )(perpetrators?|offenders?|suspects?|traffickers?|exploiters?|abusers?|recruiters?|accused|caregivers?|carers?|guardians?|parents?|mother|father|siblings?|family|household|respondent|informant|interviewer|reporter|worker|caseworker|gjerningspersone?r?|mistenkte?|siktede?|utnytter|bakmann|omsorgspersone?r?|foreldre|mor|far|verge|sosken|familie|melder|innsender|saksbehandler|agresseurs?|auteurs?|tuteurs?|mere|pere|agresor(es)?|victimario|sospechosos?|tutor(es)?|madre|padre)( |$)/;

/** Columns of the tool that nobody asked to be read: they stay out whatever is in them. */
export const toolColumns = (
  form: FormHeader | null,
  header: readonly string[],
  decided: Readonly<Record<string, string | null>>,
): string[] =>
  header.filter((column, at) => form?.aside.has(at) && typeof decided[column] !== 'string');
