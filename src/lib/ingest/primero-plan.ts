import type { AdapterPlan } from './adapter';
import { normalForm } from './normal-form';
import { planColumns, type Handled } from './plan-columns';
import { primeroCannotFeed } from './primero-words';

/** Files and sheets of an export of cases that feed something. */
export type PrimeroRole = 'cases' | 'owner' | 'closure' | 'concerns' | 'plan' | 'services' | 'followups'; // prettier-ignore

/** Names of each field that is read: as the CSV and as the English sheets of the workbook call it. */
const primeroFields: Readonly<Record<string, readonly string[]>> = {
  ref: ['id'],
  short: ['short id'],
  sex: ['sex'],
  age: ['age'],
  birth: ['date of birth'],
  status: ['status', 'case status'],
  registered: ['registration date', 'date of registration or interview'],
  owner: ['owned by', 'caseworker code'],
  moved: ['reassigned tranferred on', 'reassigned transferred on'],
  closed: ['date closure', 'date of closure'],
  reason: ['closure reason', 'what is the reason for closing the child s file'],
  protection: ['protection status'],
  concerns: ['protection concerns'],
  plan: ['date case plan', 'date case plan initiated'],
  assessed: ['assessment requested on', 'assessment started on'],
  service: ['service type', 'type of service'],
  created: ['service response day time', 'created on'],
  implemented: ['service implemented'],
  done: ['service implemented day time', 'service implemented on'],
  followup: ['followup type', 'type of follow up'],
  held: ['followup date', 'follow up date'],
};

/** The place of a field in a header, -1 where it is not there. */
export function primeroAt(header: readonly string[]): (field: string) => number {
  const forms = header.map(normalForm);
  return (field) => forms.findIndex((form) => primeroFields[field]?.includes(form) ?? false);
}

/**
 * Fields by which each role is known beside the id, and a name that only this system has, so that a plain
 * file with an id is not taken for one of it. The first that fits decides.
 */
const marks: readonly (readonly [PrimeroRole, string, readonly string[], readonly string[]])[] = [
  ['services', 'services', ['service', 'implemented'], ['service response type', 'type of response']], // prettier-ignore
  ['followups', 'followups', ['followup', 'held'], ['followup needed by date', 'follow up needed by']], // prettier-ignore
  ['cases', 'cases', ['registered', 'sex', 'status'], ['short id', 'case id display', 'cpims id', 'long id', 'owned by']], // prettier-ignore
  ['owner', 'assignments', ['owner'], ['field case social worker']],
  ['closure', 'cases', ['reason', 'closed'], ['what is the reason for closing the child s file']],
  ['concerns', 'cases', ['concerns'], ['protection status']],
  ['plan', 'assessments', ['plan'], ['date case plan initiated']],
];

const targets: Readonly<Record<string, string>> = {
  ref: 'cases.case_key',
  sex: 'cases.gender',
  age: 'cases.age_at_detection',
  birth: 'cases.age_at_detection',
  status: 'cases.case_open',
  registered: 'cases.detected_at',
  owner: 'assignments.worker_key',
  moved: 'assignments.started_at',
  closed: 'cases.closed_at',
  reason: 'cases.closure_reason',
  protection: 'cases.accompaniment',
  concerns: 'cases.victim_status',
  plan: 'assessments.completed_at',
  assessed: 'assessments.started_at',
};
const ofRows: Partial<Record<PrimeroRole, Readonly<Record<string, string>>>> = {
  services: {
    ref: 'services.case_key',
    service: 'services.service_type',
    created: 'services.need_identified_at',
    implemented: 'services.status',
    done: 'services.started_at',
  },
  followups: {
    ref: 'followups.case_key',
    followup: 'followups.phase',
    held: 'followups.held_at',
  },
};

const key: Handled = {
  kind: 'case number',
  handling: 'generalised',
  reason: {
    en: 'the id of the system is replaced by a running key',
    nb: 'systemets id erstattes av en løpende nøkkel',
  },
};
const drop = (kind: Handled['kind'], en: string, nb: string): Handled => ({
  kind,
  handling: 'dropped',
  reason: { en, nb },
});
const identifiers: readonly (readonly [RegExp, Handled])[] = [
  [/^(id|short id)$/, key],
  [
    /^(owned by|caseworker code)$/,
    {
      kind: 'name',
      handling: 'generalised',
      reason: {
        en: 'the user name of the owner is replaced by a running key',
        nb: 'brukernavnet til eieren erstattes av en løpende nøkkel',
      },
    },
  ],
  [
    /^date of birth$/,
    {
      kind: 'birth date',
      handling: 'generalised',
      reason: {
        en: 'turned into completed years at the day of registration, then dropped',
        nb: 'gjort om til fylte år på registreringsdagen, og deretter fjernet',
      },
    },
  ],
  [/(^| )(name|surname|nickname)( |$)|^(owned by text|field case social worker|other assigned users|assigned user names|database operator|previously owned by|previous owner|created by|record created by|last updated by|service provider)( |$)/, drop('name', 'says who a person is', 'sier hvem en person er')], // prettier-ignore
  [/(^| )(dob|birth)( |$)/, drop('birth date', 'a birth date', 'en fødselsdato')],
  [/(^| )(case id|cpims id|long id|unhcr|progres|icrc|rc id|un no|un number|ration card|family number|other id|other agency id)( |$)/, drop('case number', 'a number of another register', 'et nummer i et annet register')], // prettier-ignore
  [/(^| )national id( |$)/, drop('national id', 'a national identity number', 'et nasjonalt identitetsnummer')], // prettier-ignore
  [/(^| )(telephone|phone|mobile)( |$)/, drop('phone', 'a telephone number', 'et telefonnummer')],
  [/(^| )(address|location|landmark)( |$)/, drop('address', 'a place', 'et sted')],
  [/(^| )(comments|notes|details|specify)( |$)/, drop('free text', 'words about the case', 'ord om saken')], // prettier-ignore
];

/** What the columns of one file or sheet become; null when the header is of no such file. */
export function primeroPlan(header: readonly string[]): AdapterPlan | null {
  const at = primeroAt(header);
  const forms = header.map(normalForm);
  if (forms[0] !== 'id') return null;
  const mark = marks.find(
    ([, , fields, own]) =>
      fields.every((field) => at(field) >= 0) && own.some((form) => forms.includes(form)),
  );
  if (!mark) return null;
  const [role, table] = mark;
  const read = ofRows[role] ?? targets;
  const columns = planColumns(header, {
    form: normalForm,
    targets: Object.fromEntries(
      Object.entries(read).flatMap(([field, target]) =>
        at(field) < 0 ? [] : [[forms[at(field)] ?? '', target]],
      ),
    ),
    handled: (form) => identifiers.find(([test]) => test.test(form))?.[1] ?? null,
    reason: { en: 'a field of Primero', nb: 'et felt i Primero' },
  });
  return { role, table, ...columns, issues: [], cannotFeed: primeroCannotFeed };
}
