import type { Issue } from '$lib/schema/issue';
import type { Text } from '$lib/schema/text';
import { caseRows, tradedGrounds, type Element } from './barnevern-case';
import { barnevernWords, casesAgain, deletedElements, groundBreak, otherCases } from './barnevern-words'; // prettier-ignore
import type { ChosenFile, Sheet } from './file-proposal';
import { isMarkup, startOf } from './is-markup';
import { readXml } from './read-xml';
import { sha256 } from './sha256';

const columns: Readonly<Record<string, readonly string[]>> = {
  cases: ['case_key', 'child_key', 'index_month', 'detected_at', 'victim_status', 'gender', 'age_at_detection', 'case_open', 'followup_end_at'], // prettier-ignore
  referrals: ['referral_key', 'case_key', 'from_org_type', 'to_org_type', 'purpose', 'referred_at', 'accepted_at', 'status'], // prettier-ignore
  placements: ['placement_key', 'case_key', 'placement_type', 'started_at', 'ended_at', 'end_reason'], // prettier-ignore
  services: ['service_key', 'case_key', 'service_type', 'status', 'need_identified_at', 'started_at', 'ended_at'], // prettier-ignore
  followups: ['followup_key', 'case_key', 'held_at', 'contact_made'],
};

/** Attributes that are kept while a case is read; no other ever is. */
const kept = new Set(['StartDato', 'SluttDato', 'Kode', 'UtfortDato', 'TilbudSendtDato', 'Fodseldato', 'Kjonn']); // prettier-ignore

/** The files chosen together: the key of a child by its identity number, and cases by the id of the system. */
export interface BarnevernMet {
  readonly children: Map<string, string>;
  readonly cases: Set<string>;
}

async function* piecesOf(blob: Blob, signal?: AbortSignal) {
  for (let at = 0; at < blob.size; at += 1 << 20) {
    signal?.throwIfAborted();
    yield new Uint8Array(await blob.slice(at, at + (1 << 20)).arrayBuffer());
  }
}

/**
 * Norway's reporting on child protection as tables of the data model, of the cases in which trafficking
 * is a ground; null when the file is no XML. Every other XML file carries the sentence that says what to
 * do. Identity numbers tell children apart while the files are read and go nowhere; keys begin with a
 * print of the file, so that two files never share one.
 */
export async function barnevernTables(
  file: ChosenFile,
  met: BarnevernMet,
  signal?: AbortSignal,
): Promise<(ChosenFile & { readonly sheet: Sheet })[] | null> {
  const start = await startOf(file.blob);
  if (!isMarkup(start)) return null;
  const bad = (message: Text) => [
    { ...file, sheet: { whole: file.blob, notes: [], bad: { code: 'not-a-table', message } } },
  ];
  const rows = new Map<string, string[]>(Object.keys(columns).map((table) => [table, []]));
  const { children } = met;
  const print = await sha256(
    new Blob([file.blob.slice(0, 1 << 20), String(file.blob.size)]),
    signal,
  );
  const own = print.slice(0, 8);
  const ids: string[] = [];
  let [known, until, others, deleted, again, caseId] = [false, '', 0, 0, 0, ''];
  const [before, after] = [new Set<string>(), new Set<string>()];
  let [sak, depth, gone] = [null as Element | null, 0, 0];
  let person = '';
  const open: Element[] = [];
  const finish = (found: Element) => {
    const grounds = tradedGrounds(found);
    if (!grounds.length) return void others++;
    if (met.cases.has(caseId)) return void again++;
    if (caseId) ids.push(caseId);
    const key = `${own}n${before.size + after.size + 1}`;
    (grounds[0]?.code === '27' ? before : after).add(key);
    const child = children.get(person || key) ?? `${own}b${children.size + 1}`;
    children.set(person || key, child);
    for (const [table, all] of Object.entries(caseRows(found, key, child, until)))
      for (const row of all)
        rows.get(table)?.push((columns[table] ?? []).map((column) => row[column] ?? '').join());
  };
  try {
    await readXml(piecesOf(file.blob, signal), {
      open: (name, attribute) => {
        if (depth++ === 0) {
          known = name === 'Barnevern';
          until = /^\d{4}-\d\d-\d\d/.exec(attribute('DatoUttrekk') ?? '')?.[0] ?? '';
          if (!known) throw new TypeError('another kind of XML');
        }
        if (gone || attribute('ErSlettet') === 'true') {
          if (!gone++) deleted++;
          return;
        }
        const cells = new Map([...kept].flatMap((one) => {
          const cell = attribute(one);
          return cell === undefined ? [] : [[one, cell.trim()] as const];
        })); // prettier-ignore
        const element: Element = { name, attribute: (one) => cells.get(one), inner: [] };
        if (name === 'Sak' && !sak) [sak, person, caseId] = [element, '', attribute('Id') ?? ''];
        if (name === 'Sak' || name === 'Personalia')
          person = attribute('Fodselsnummer') || attribute('DUFnummer') || person;
        open.at(-1)?.inner.push(element);
        if (sak) open.push(element);
      },
      close: () => {
        depth--;
        if (gone) return void gone--;
        const closed = open.pop();
        if (closed && closed === sak) {
          finish(closed);
          sak = null;
        }
      },
    });
  } catch {
    signal?.throwIfAborted();
    return bad(
      known || /barnevern/i.test(start) ? barnevernWords.damaged : barnevernWords.otherXml,
    );
  }
  for (const id of ids) met.cases.add(id);
  const note = (code: string, count: number, message: Text, level: Issue['level'] = 'note') =>
    count ? [{ level, code, count, message }] : [];
  const notes = [
    ...note('identities-left-out', 1, barnevernWords.identities),
    ...note('other-cases', others, otherCases(others)),
    ...note('cases-again', again, casesAgain(again), 'warning'),
    ...note('deleted-elements', deleted, deletedElements(deleted)),
    ...note('series-break', after.size, groundBreak(before.size, after.size), 'warning'),
    ...note('cannot-feed', 1, barnevernWords.cannotFeed),
    ...note('cannot-feed', 1, barnevernWords.plans),
  ];
  return [...rows].flatMap(([table, all]) =>
    all.length || table === 'cases'
      ? [
          {
            name: `${file.name}/${table}`,
            blob: new Blob([[columns[table]?.join(), ...all, ''].join('\n')]),
            sheet: {
              whole: file.blob,
              notes: table === 'cases' ? notes : [],
              read: barnevernWords.read,
            },
          },
        ]
      : [],
  );
}
