import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addPathway, addSurroundings, pathwayHeaders, pool } from './country-tables.js';

/** Hours of 2019 to 2024 in which children are first detected; follow-up ends with January 2025. */
const FIRST_DAY = Date.UTC(2019, 0, 1) / 86_400_000;
const DETECTION_HOURS = 2192 * 24;
const LAST_HOUR = (2192 + 31) * 24;

const days = Array.from({ length: LAST_HOUR / 24 + 20 * 366 }, (_, day) =>
  new Date((FIRST_DAY + day) * 86_400_000).toISOString().slice(0, 10),
);
const hours = Array.from({ length: 24 }, (_, hour) => `T${String(hour).padStart(2, '0')}:00`);

const orgTypes = pool({
  police: 30,
  child_protection: 22,
  ngo: 16,
  immigration_asylum: 12,
  health: 8,
  education: 6,
  hotline: 4,
  border_guard: 2,
});
const statuses = pool({
  identified: 40,
  presumed: 38,
  possible: 14,
  rejected: 4,
  withdrawn: 2,
  not_assessed: 2,
});
const genders = pool({ female: 66, male: 27, trans_girl: 1, nonbinary: 1, unknown: 3, '': 2 });
const ages = pool({
  ...Object.fromEntries(Array.from({ length: 18 }, (_, age) => [age, age < 8 ? 1 : age - 4])),
  18: 2,
  unknown: 3,
});
const minority = pool({ document: 40, self_declared: 30, presumed: 15, assessed: 10, '': 5 });
const citizenships = pool({ national: 45, eu_eea: 20, third_country: 30, stateless: 1, '': 4 });
const legal = pool({ citizen: 45, asylum_seeker: 20, temporary: 12, irregular: 15, unclear: 8 });
const regions = Array.from({ length: 12 }, (_, i) => `XX${String(i + 1).padStart(2, '0')}`);
const movements = pool({ none: 35, internal: 30, cross_border: 30, unknown: 5 });
const forms = pool({
  sexual_prostitution: 26,
  sexual_online: 18,
  sexual_csam: 10,
  criminal: 18,
  labour: 10,
  begging: 6,
  domestic_servitude: 5,
  forced_marriage: 4,
  other: 3,
});
const accompaniments = pool({
  with_parent: 35,
  with_caregiver: 15,
  separated: 15,
  unaccompanied: 30,
  '': 5,
});
const yesNo = pool({ no: 60, yes: 12, not_asked: 20, '': 8 });
const closures = pool({
  goals_met: 40,
  transferred: 6,
  left: 12,
  contact_lost: 14,
  returned: 8,
  other: 19,
  duplicate: 1,
});
const purposes = pool({
  child_protection: 45,
  shelter: 18,
  health: 14,
  legal: 10,
  guardian: 8,
  police: 5,
});
const referralStatuses = pool({
  sent: 20,
  received: 20,
  accepted: 30,
  completed: 20,
  no_reply: 10,
});
const places = pool({
  residential_specialised: 22,
  residential_general: 18,
  foster: 18,
  emergency_home: 14,
  reception_centre: 12,
  kinship: 8,
  secure_care: 3,
  closed_shelter: 3,
  hotel: 2,
});
const freedom = pool({ yes: 82, no: 8, unknown: 6, '': 4 });
const ends = pool({ planned: 50, missing: 12, reunified: 12, other: 26 });
const missingEnds = pool({ returned: 60, found_safe: 25, found_exploited: 8, closed_admin: 7 });
const settings = pool({
  police_cell: 45,
  immigration: 20,
  pretrial: 15,
  secure_care: 12,
  juvenile: 8,
});
const held = pool({ criminal: 45, immigration: 25, protection: 20, no_place: 10 });

const doubts = pool({ no: 70, yes: 12, not_asked: 10, '': 8 });
const parents = pool({ in_care_of_parents: 55, deprived: 20, parent_implicated: 10, '': 15 });

/** Cells that no reader explains; one in some row of 143, as careful exports have. */
const dirt = ['#REF!', 'see file', '??', 'n.k.'];

const headers = {
  cases:
    'case_key,child_key,org_type,index_month,detected_at,victim_status,gender,age_at_detection,turned_18_at,minority_basis,citizenship_group,legal_status,region,movement,main_form,forms,accompaniment,disability_any,closed_at,closure_reason,followup_end_at,org_key,age_at_first_exploitation,age_in_doubt,parental_care',
  referrals:
    'referral_key,case_key,from_org_type,to_org_type,purpose,referred_at,received_at,status',
  placements: 'placement_key,case_key,placement_type,started_at,ended_at,end_reason,free_to_leave',
  missing_episodes: 'episode_key,case_key,episode_type,started_at,reported_at,ended_at,end_reason',
  detention: 'detention_key,case_key,setting,stated_purpose,started_at,ended_at',
  funding:
    'grant_key,programme_key,donor_key,donor_type,modality,purpose,currency,amount_committed,start_date,end_date,covers_direct_services',
  meta: 'dataset_key,country,extract_month,period_start,period_end,date_mode,linkage_level',
  ...pathwayHeaders,
};

/**
 * CSV files of a made-up country for measuring, written once and kept in the system's folder for
 * temporary files. Same number of cases, same bytes.
 * @param {number} cases rows of cases.csv
 * @returns {string[]} paths, cases.csv first
 */
export function benchCountry(cases) {
  const made = createHash('sha256');
  for (const source of ['country.js', 'country-tables.js'])
    made.update(readFileSync(fileURLToPath(new URL(source, import.meta.url))));
  const folder = join(tmpdir(), `rapporteur-bench-${cases}-${made.digest('hex').slice(0, 8)}`);
  if (!existsSync(folder)) {
    const making = `${folder}.${process.pid}`;
    mkdirSync(making);
    try {
      write(making, cases);
      renameSync(making, folder);
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  }
  const names = readdirSync(folder).sort((a, b) => order(a) - order(b));
  return names.map((name) => join(folder, name));
}

const order = (/** @type {string} */ name) => Object.keys(headers).indexOf(name.slice(0, -4));

/** @param {string} folder @param {number} cases */
function write(folder, cases) {
  /** @type {Record<string, CsvFile>} */
  const files = {};
  for (const [table, header] of Object.entries(headers))
    files[table] = new CsvFile(join(folder, `${table}.csv`), header);
  const {
    cases: caseFile,
    referrals,
    placements,
    missing_episodes,
    detention,
    funding,
    meta,
  } = /** @type {Record<keyof typeof headers, CsvFile>} */ (files);
  const { below, pick } = draws(20_260_101);
  // A stream of its own, so that the first tables hold what they held before.
  const later = draws(20_260_202);
  const at = (/** @type {number} */ hour) =>
    days[Math.floor(hour / 24)] + /** @type {string} */ (hours[hour % 24]);
  const dayOf = (/** @type {number} */ hour) =>
    hour < LAST_HOUR ? /** @type {string} */ (days[Math.floor(hour / 24)]) : '';
  const upTo = (/** @type {number} */ hour) => (hour < LAST_HOUR ? at(hour) : '');
  let child = 0;
  let born = 0;

  for (let i = 0; i < cases; i++) {
    if (i === 0 || below(100) >= 8) {
      child = i;
      born = below(365);
    }
    const key = `f${i.toString(36)}`;
    const t0 = below(DETECTION_HOURS);
    const day = Math.floor(t0 / 24);
    const age = pick(ages);
    const form = pick(forms);
    const second = below(5) === 0 ? `;${pick(forms)}` : '';
    const closed = below(10) < 6 ? t0 + 240 + below(9000) : LAST_HOUR;
    const adult = age === 'unknown' ? '' : days[day + (18 - Number(age)) * 365 - born + 365];
    const cells = [
      key,
      below(50) === 0 ? '' : `c${child.toString(36)}`,
      pick(orgTypes),
      days[day]?.slice(0, 7),
      below(20) === 0 ? days[day] : at(t0),
      pick(statuses),
      pick(genders),
      age,
      below(3) === 0 ? '' : adult,
      pick(minority),
      pick(citizenships),
      pick(legal),
      pick(regions),
      pick(movements),
      form,
      form + second,
      pick(accompaniments),
      pick(yesNo),
      closed < LAST_HOUR ? days[Math.floor(closed / 24)] : '',
      closed < LAST_HOUR ? pick(closures) : '',
      days[Math.floor(Math.min(closed, LAST_HOUR - 24) / 24)],
    ];
    if (below(143) === 0) cells[4 + below(15)] = pick(dirt);
    cells.push(
      `o${later.below(200)}`,
      age === 'unknown' || later.below(3) === 0
        ? ''
        : `${Math.max(0, Number(age) - later.below(4))}`,
      later.pick(doubts),
      later.pick(parents),
    );
    caseFile.add(cells.join(','));

    if (below(100) < 59) {
      const sent = t0 + Math.floor(below(60) ** 2 / 2);
      const reply = below(2) === 0 ? upTo(sent + 2 + below(200)) : '';
      const when = below(12) === 0 ? '' : upTo(sent);
      referrals.add(
        `r${i.toString(36)},${key},${pick(orgTypes)},${below(3) ? 'child_protection' : pick(orgTypes)},${pick(purposes)},${when},${reply},${pick(referralStatuses)}`,
      );
    }
    if (below(2) === 0) {
      const start = Math.min(t0 + below(2400), LAST_HOUR - 1);
      const end = start + 24 + below(8000);
      const over = end < LAST_HOUR;
      placements.add(
        `p${i.toString(36)},${key},${pick(places)},${at(start)},${upTo(end)},${over ? pick(ends) : ''},${pick(freedom)}`,
      );
      if (below(5) === 0) {
        const gone = Math.min(start + below(end - start), LAST_HOUR - 1);
        const back = gone + 1 + below(400);
        missing_episodes.add(
          `m${i.toString(36)},${key},${below(5) ? 'missing' : 'away'},${at(gone)},${upTo(gone + below(30))},${upTo(back)},${back < LAST_HOUR ? pick(missingEnds) : ''}`,
        );
      }
    }
    addPathway(files, later, dayOf, { key, t0, until: Math.min(closed, LAST_HOUR), form, age });
    if (below(20) === 0) {
      const start = Math.min(t0 + below(1500), LAST_HOUR - 1);
      detention.add(
        `d${i.toString(36)},${key},${pick(settings)},${pick(held)},${at(start)},${upTo(start + 1 + below(2000))}`,
      );
    }
  }
  addSurroundings(files, later, ['XX', ...regions]);
  for (let grant = 0; grant < 200; grant++) {
    const start = below(2000);
    funding.add(
      `g${grant},prog${grant % 40},donor${below(15)},government,project,shelter_care,EUR,${10_000 + below(90_000)},${days[start]},${days[start + 90 + below(500)]},${below(5) ? 'yes' : 'no'}`,
    );
  }
  meta.add('bench,XX,2025-02,2019-01,2024-12,exact,across_orgs');
  for (const file of Object.values(files)) file.close();
}

/** Numbers of the xorshift generator with 32 bits (Marsaglia 2003), the same on every machine. */
function draws(/** @type {number} */ seed) {
  let state = seed;
  /** A whole number from 0 to `limit` − 1. */
  const below = (/** @type {number} */ limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 2 ** 32) * limit);
  };
  const pick = (/** @type {readonly string[]} */ codes) =>
    /** @type {string} */ (codes[below(codes.length)]);
  return { below, pick };
}

/** A file that is written in pieces of about a megabyte. */
class CsvFile {
  #text;
  #file;

  /** @param {string} path @param {string} header */
  constructor(path, header) {
    this.#file = openSync(path, 'w');
    this.#text = `${header}\n`;
  }

  /** @param {string} line */
  add(line) {
    this.#text += `${line}\n`;
    if (this.#text.length > 1 << 20) this.#flush();
  }

  close() {
    this.#flush();
    closeSync(this.#file);
  }

  #flush() {
    writeSync(this.#file, this.#text);
    this.#text = '';
  }
}
