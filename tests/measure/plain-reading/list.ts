import { presumedMinor } from './age-doubt';
import type { Tables } from '../loaded';
import type { PlainRow } from './figure-row';
import { agesAtDetection } from './ages';
import { treatedAsOffender } from './charges';
import { identifiedWithin } from './decisions';
import { formsOfExploitation } from './forms';
import { guardianInPost, guardianWait } from './guardians';
import { genderShares, registeredChildren } from './identification';
import { deprivedOfLiberty } from './liberty';
import { missingRate } from './missing';
import { notFound } from './not-found';
import { assessedWithPlan } from './plans';
import type { Months } from './populations';
import { referralWait } from './referral';
import { referredWithin } from './referral-within';

type Reading = (tables: Tables, months: Months, breakdown: string) => PlainRow[];

/** Every indicator about children that is read twice: its id, its options and the plain reading. */
export const readings: readonly [string, Record<string, string>, Reading][] = [
  ['ID-01', {}, registeredChildren],
  ['ID-03', {}, genderShares],
  ['ID-04', {}, (t, m, b) => agesAtDetection(t, m, b, 'four')],
  ['ID-04', { bands: 'two' }, (t, m, b) => agesAtDetection(t, m, b, 'two')],
  ['ID-05', {}, (t, m, b) => identifiedWithin(t, m, b, 'final', 'detected')],
  [
    'ID-05',
    { stage: 'first_threshold' },
    (t, m, b) => identifiedWithin(t, m, b, 'first_threshold', 'detected'),
  ],
  ['ID-05', { clock: 'requested' }, (t, m, b) => identifiedWithin(t, m, b, 'final', 'requested')],
  ['ID-08', {}, (t, m, b) => presumedMinor(t, m, b, 'kept')],
  ['ID-08', { adult: 'apart' }, (t, m, b) => presumedMinor(t, m, b, 'apart')],
  ['ID-12', {}, (t, m, b) => formsOfExploitation(t, m, b, 'all')],
  ['ID-12', { view: 'main' }, (t, m, b) => formsOfExploitation(t, m, b, 'main')],
  ['ID-12', { view: 'groups' }, (t, m, b) => formsOfExploitation(t, m, b, 'groups')],
  ['RF-01', {}, (t, m, b) => referredWithin(t, m, b, 'detected', 'hours')],
  ['RF-01', { unit: 'days' }, (t, m, b) => referredWithin(t, m, b, 'detected', 'days')],
  ['RF-01', { clock: 'registered' }, (t, m, b) => referredWithin(t, m, b, 'registered', 'days')],
  ['RF-02', {}, (t, m, b) => referralWait(t, m, b, 'hours')],
  ['RF-02', { unit: 'days' }, (t, m, b) => referralWait(t, m, b, 'days')],
  ['RF-04', {}, assessedWithPlan],
  ['GP-01', {}, guardianInPost],
  ['GP-01', { guardian: 'legal' }, (t, m, b) => guardianInPost(t, m, b, 'P-DEPR', 'legal')],
  ['GP-01', { population: 'P-REG' }, (t, m, b) => guardianInPost(t, m, b, 'P-REG')],
  ['GP-02', {}, guardianWait],
  ['GP-02', { clock: 'requested' }, (t, m, b) => guardianWait(t, m, b, 'requested')],
  ['GP-02', { guardian: 'legal' }, (t, m, b) => guardianWait(t, m, b, 'detected', 'legal')],
  ['ND-01', {}, deprivedOfLiberty],
  ['ND-06', {}, (t, m, b) => treatedAsOffender(t, m, b, 'linked')],
  ['ND-06', { charges: 'yes' }, (t, m, b) => treatedAsOffender(t, m, b, 'yes')],
  ['ND-06', { charges: 'every' }, (t, m, b) => treatedAsOffender(t, m, b, 'every')],
  ['ND-06', { charges: 'status' }, (t, m, b) => treatedAsOffender(t, m, b, 'status')],
  ['MC-05', {}, (t, m, b) => notFound(t, m, b, ['missing'])],
  ['MC-05', { type: 'missing_and_away' }, (t, m, b) => notFound(t, m, b, ['missing', 'away'])],
  ['MC-02', {}, (t, m, b) => missingRate(t, m, b, ['missing'])],
  ['MC-02', { type: 'missing_and_away' }, (t, m, b) => missingRate(t, m, b, ['missing', 'away'])],
];

/** Measures that only the app reads, of indicators that are read twice. */
export const readOnce: Readonly<Record<string, readonly string[]>> = {
  'ID-05': [
    'reconsidered_share',
    'reconsidered_share_if_unknown_no',
    'reconsidered_share_if_unknown_yes',
    'decision_mix_share',
    'decision_mix_share_if_unknown_no',
    'decision_mix_share_if_unknown_yes',
    'unknown_share',
  ],
  'ND-06': ['charged_share'],
};
