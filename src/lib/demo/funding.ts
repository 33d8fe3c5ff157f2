import type { TableWriter } from './table-writer';

/** programme, donor, type, modality, purpose, currency, committed, disbursed, start, end, direct */
type Grant = readonly [
  string, string, string, string, string, string, number, number | '', string, string, string,
]; // prettier-ignore

/**
 * Grants of seven programmes. 1: unbroken core money with an overlap · 2: a gap of four months ·
 * 3: project grants in kroner with two short gaps · 4: open ended · 5: the grant in the middle ends
 * before it starts · 6: prevention only, no direct services · 7: not known whether it pays services.
 */
const grants: readonly Grant[] = [
  ['programme-1', 'donor-state', 'government', 'core', 'shelter_care', 'EUR', 900000, 900000, '2021-01-01', '2022-12-31', 'yes'],
  ['programme-1', 'donor-state', 'government', 'core', 'shelter_care', 'EUR', 960000, 960000, '2022-11-01', '2024-12-31', 'yes'],
  ['programme-1', 'donor-state', 'government', 'core', 'shelter_care', 'EUR', 1020000, 640000, '2025-01-01', '2026-12-31', 'yes'],
  ['programme-2', 'donor-a', 'foundation', 'project', 'recovery', 'EUR', 240000, 240000, '2021-03-01', '2023-02-28', 'yes'],
  ['programme-2', 'donor-a', 'foundation', 'project', 'recovery', 'EUR', 260000, 250000, '2023-07-01', '2025-06-30', 'yes'],
  ['programme-2', 'donor-eu', 'other_public', 'project', 'recovery', 'EUR', 310000, 100000, '2025-11-15', '2027-11-14', 'yes'],
  ['programme-3', 'donor-b', 'multilateral', 'project', 'shelter_care', 'NOK', 2400000, 2400000, '2021-01-01', '2021-12-31', 'yes'],
  ['programme-3', 'donor-b', 'multilateral', 'project', 'shelter_care', 'NOK', 2500000, 2500000, '2022-02-01', '2022-12-31', 'yes'],
  ['programme-3', 'donor-c', 'foundation', 'project', 'shelter_care', 'NOK', 2700000, 2550000, '2023-01-01', '2024-05-31', 'yes'],
  ['programme-3', 'donor-c', 'foundation', 'project', 'shelter_care', 'NOK', 2900000, 1400000, '2024-07-15', '2026-07-14', 'yes'],
  ['programme-4', 'donor-giving', 'public_giving', 'core', 'outreach', 'EUR', 180000, 150000, '2021-06-01', '', 'yes'],
  ['programme-4', 'donor-city', 'local_government', 'service_contract', 'outreach', 'EUR', 120000, 120000, '2022-01-01', '2024-12-31', 'yes'],
  ['programme-5', 'donor-d', 'private', 'project', 'legal', 'EUR', 90000, 90000, '2021-01-01', '2022-06-30', 'yes'],
  ['programme-5', 'donor-d', 'private', 'project', 'legal', 'EUR', 95000, '', '2022-12-31', '2022-07-01', 'yes'],
  ['programme-5', 'donor-e', 'ingo', 'project', 'legal', 'EUR', 110000, 104000, '2024-01-01', '2025-12-31', 'yes'],
  ['programme-6', 'donor-state', 'government', 'project', 'prevention', 'NOK', 1500000, 1500000, '2021-01-01', '2023-12-31', 'no'],
  ['programme-6', 'donor-state', 'government', 'project', 'prevention', 'NOK', 1600000, 800000, '2024-01-01', '2026-12-31', 'no'],
  ['programme-7', 'donor-f', 'ngo', 'pooled', 'recovery', 'EUR', 70000, 70000, '2022-01-01', '2023-12-31', 'unknown'],
  ['programme-7', 'donor-f', 'ngo', 'in_kind', 'recovery', 'EUR', 30000, '', '2024-03-01', '2025-08-31', ''],
  ['programme-7', 'donor-g', 'foundation', 'project', 'recovery', 'EUR', 140000, 60000, '2024-06-01', '2026-05-31', 'yes'],
]; // prettier-ignore

/** Writes the grants; the same for every seed. */
export function writeFunding(writer: TableWriter): void {
  let before = '';
  grants.forEach((grant, index) => {
    const [
      programme,
      donor,
      type,
      modality,
      purpose,
      currency,
      committed,
      paid,
      start,
      end,
      direct,
    ] = grant;
    const key = `grant-${String(index + 1).padStart(2, '0')}`;
    const earlier = grants[index - 1];
    const renews = earlier?.[0] === programme && earlier[1] === donor;
    writer.add({
      grant_key: key,
      programme_key: programme,
      org_key: `org-of-${programme}`,
      donor_key: donor,
      donor_type: type,
      modality,
      earmarking: modality === 'core' ? 1 : modality === 'pooled' ? 2 : 4,
      purpose,
      currency,
      amount_committed: committed,
      amount_disbursed: paid,
      start_date: start,
      end_date: end,
      first_payment_date: paid === '' ? '' : start,
      renews_grant_key: renews ? before : '',
      covers_direct_services: direct,
    });
    before = key;
  });
}
