import { firstBodies, laterBodies } from './organisations';
import type { TableWriter } from './table-writer';

/** programme, type, axis, gender, from, to, specialised, places, boys, hours, licensed, inspected, started */
type Programme = readonly [
  string, string, string, string, number, number, string, number | '', string, number | '', string, string, string,
]; // prettier-ignore

const programmes: readonly Programme[] = [
  ['programme-1', 'shelter', 'direct_services', 'all', 0, 17, 'yes', 40, 'yes', 168, 'yes', '2024-10', '2016-03'],
  ['programme-2', 'shelter', 'direct_services', 'girls', 12, 17, 'yes', 14, 'no', 168, 'no', '', '2020-09'],
  ['programme-3', 'shelter', 'direct_services', 'all', 12, 20, 'yes', 18, 'unknown', 168, 'yes', '2019-05', '2018-01'],
  ['programme-4', 'outreach', 'direct_services', 'all', 10, 20, 'no', '', 'yes', 30, 'na', 'na', '2015-06'],
  ['programme-5', 'legal_aid', 'empowerment', 'all', 0, 17, 'no', '', 'yes', 20, 'unknown', '', '2014-01'],
  ['programme-6', 'prevention', 'advocacy', 'all', 6, 17, 'no', '', 'yes', 12, 'na', 'na', '2021-01'],
  ['programme-7', 'aftercare', 'empowerment', 'all', 16, 23, 'yes', 25, 'yes', 36, '', '', '2022-01'],
  ['programme-8', 'hotline', 'direct_services', 'all', 0, 17, 'no', '', 'yes', 84, 'na', 'na', '2012-11'],
]; // prettier-ignore

/**
 * Bodies and programmes. Planted: a body that never sends anything, policies not known, a programme
 * without a single grant (8), shelters for girls only, without a licence or long since inspected, and
 * one that starts after services were booked on it (7, rule X27).
 */
export function writeOrganisations(organisations: TableWriter, writer: TableWriter): void {
  const bodies = new Map(
    [...firstBodies.home, ...firstBodies.abroad, ...laterBodies].map(([body]) => [body.key, body]),
  );
  const add = (
    key: string,
    type: string,
    region: string,
    policy: string,
    agreements: number | '',
  ) =>
    organisations.add({
      org_key: key,
      org_type: type,
      country: 'XX',
      region,
      child_protection_policy: policy,
      referral_agreements: agreements,
    });
  [...bodies.values()].forEach(
    ({ key, type }, i) =>
    add(key, type, `XX-0${(i % 7) + 1}`, i % 4 === 3 ? 'unknown' : i % 5 === 2 ? 'no' : 'yes', i % 6 === 5 ? '' : i % 6), // prettier-ignore
  );
  add('org-labour-1', 'labour_inspectorate', 'XX-01', '', 0);
  programmes.forEach(
    ([programme, type, , , , , , places], i) =>
    add(`org-of-${programme}`, type === 'hotline' ? 'hotline' : places === '' ? 'ngo' : 'shelter', `XX-0${(i % 3) + 1}`, i === 4 ? 'no' : 'yes', i), // prettier-ignore
  );
  for (const row of programmes) {
    const [programme, type, axis, gender, from, to, specialised, places, boys, hours, licensed, inspected, started] = row; // prettier-ignore
    writer.add({
      programme_key: programme,
      org_key: `org-of-${programme}`,
      programme_type: type,
      axis,
      target_gender: gender,
      target_age_from: from,
      target_age_to: to,
      specialised,
      capacity: places,
      boys_accepted: boys,
      hours_per_week: hours,
      languages: type === 'hotline' ? 'en;nb;ar' : 'en;nb',
      licensed,
      last_inspection: inspected,
      started,
    });
  }
}
