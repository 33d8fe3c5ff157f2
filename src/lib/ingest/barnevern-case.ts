import { help, moves, placeEnds, places, reportEnds, reporters, traffickingGrounds } from './barnevern-codes'; // prettier-ignore
import { ownEntry } from './own-entry';

/** What is kept of an element: its name, its attributes and what stands in it. */
export interface Element {
  readonly name: string;
  readonly attribute: (name: string) => string | undefined;
  readonly inner: Element[];
}

/** Rows of the data model that one case gives, by table; cells by column. */
export type CaseRows = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

const inside = ({ inner }: Element, name: string): Element[] =>
  inner.filter((one) => one.name === name);
const all = (from: Element, name: string): Element[] =>
  from.inner.flatMap((one) => (one.name === name ? [one] : all(one, name)));

/** A day as it is written, `?` for anything else: what is no day must not travel as text. */
const day = (text: string | undefined): string =>
  text === undefined ? '' : (/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/.exec(text)?.[0] ?? '?');
/** Our code, the code of the source where nobody knows it, `?` for what is no code. */
const code = (map: Readonly<Record<string, string>>, text: string | undefined): string =>
  text === undefined
    ? ''
    : (ownEntry(map, text) ?? (/^\d{1,2}(\.\d{1,2}){0,3}$/.test(text) ? text : '?'));

const groundsIn = (sak: Element) =>
  ['Melding', 'Undersokelse', 'Tiltak'].flatMap((name) =>
    all(sak, name).flatMap((part) =>
      ['Saksinnhold', 'Vedtaksgrunnlag', 'Tiltaksgrunnlag'].flatMap((ground) =>
        inside(part, ground).map((one) => ({
          code: one.attribute('Kode') ?? '',
          day: day(part.attribute('StartDato')),
        })),
      ),
    ),
  );

const dated = (text: string) => /^\d/.test(text);

/** Grounds of a case that speak of trafficking, earliest first, those without a day last. */
export const tradedGrounds = (sak: Element) =>
  groundsIn(sak)
    .filter((one) => traffickingGrounds.some((ground) => ground === one.code))
    .sort((a, b) => Number(!dated(a.day)) - Number(!dated(b.day)) || a.day.localeCompare(b.day));

/** Completed years between two days, as text. */
function years(born: string, at: string): string {
  const [y = 0, m = 0, d = 0] = born.split('-').map(Number);
  const [year = 0, month = 0, date = 0] = at.split('-').map(Number);
  if (!y || !year) return '';
  return String(year - y - (month < m || (month === m && date < d) ? 1 : 0));
}

/** Rows of a case in which trafficking is a ground. `key` and `child` are running numbers of the file. */
export function caseRows(sak: Element, key: string, child: string, until: string): CaseRows {
  const person = inside(sak, 'Personalia').at(-1) ?? sak;
  const sex = person.attribute('Kjonn');
  const detected = tradedGrounds(sak)[0]?.day ?? '';
  const start = (one: Element) => day(one.attribute('StartDato'));
  const end = (one: Element) =>
    day(one.attribute('SluttDato') ?? inside(one, 'Konklusjon')[0]?.attribute('SluttDato'));
  const kind = (one: Element, name: string) => inside(one, name)[0]?.attribute('Kode');
  const measures = all(sak, 'Tiltak').map((one) => ({ one, kind: kind(one, 'Kategori') ?? '' }));
  const moved = all(sak, 'Flytting').map((one) => ({ at: end(one), why: kind(one, 'ArsakFra') }));
  const housed = ({ kind }: { kind: string }) =>
    /^[12](\.|$)/.test(kind) || Object.hasOwn(places, kind);
  return {
    cases: [
      {
        case_key: key,
        child_key: child,
        index_month: detected.slice(0, 7),
        detected_at: detected,
        victim_status: 'possible',
        gender:
          ownEntry({ '1': 'male', '2': 'female', '0': 'unknown' }, sex ?? '') ?? (sex ? '?' : ''),
        age_at_detection: years(day(person.attribute('Fodseldato')), detected),
        case_open: sak.attribute('SluttDato') ? 'no' : 'yes',
        followup_end_at: until,
      },
    ],
    referrals: all(sak, 'Melding').map((one, i) => {
      const ended = inside(one, 'Konklusjon')[0];
      const status = code(reportEnds, ended?.attribute('Kode'));
      return {
        referral_key: `${key}r${i + 1}`,
        case_key: key,
        from_org_type: code(reporters, kind(one, 'Melder')),
        to_org_type: 'child_protection',
        purpose: 'child_protection',
        referred_at: start(one),
        accepted_at: status === 'accepted' ? end(one) : '',
        status: ended ? status : 'received',
      };
    }),
    placements: measures.filter(housed).map(({ one, kind: what }, i) => ({
      placement_key: `${key}p${i + 1}`,
      case_key: key,
      placement_type: code(places, what),
      started_at: start(one),
      ended_at: end(one),
      end_reason:
        code(placeEnds, kind(one, 'Opphevelse')) ||
        code(moves, moved.find(({ at }) => at !== '' && at === end(one))?.why),
    })),
    services: [
      ...measures
        .filter((one) => !housed(one))
        .map(({ one, kind: what }) => ({
          service_type:
            ownEntry(help, what) ?? ownEntry(help, what.split('.')[0] ?? '') ?? code(help, what),
          status: end(one) ? 'completed' : 'in_progress',
          need_identified_at: '',
          started_at: start(one),
          ended_at: end(one),
        })),
      ...all(sak, 'Ettervern').map((one) => ({
        service_type: 'aftercare',
        status: code({ '1': 'waiting', '2': 'declined', '3': 'declined' }, kind(one, 'Konklusjon')),
        need_identified_at: day(one.attribute('TilbudSendtDato')),
        started_at: '',
        ended_at: '',
      })),
    ].map((row, i) => ({ service_key: `${key}s${i + 1}`, case_key: key, ...row })),
    followups: ['Oppfolging', 'Tilsyn']
      .flatMap((name) => all(sak, name).flatMap((one) => inside(one, 'Utfort')))
      .map((one, i) => ({
        followup_key: `${key}f${i + 1}`,
        case_key: key,
        held_at: day(one.attribute('UtfortDato')),
        contact_made: 'yes',
      })),
  };
}
