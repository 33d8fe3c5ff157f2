import { childrenOf } from './children';
import { gatedShare, groupBy, type PlainRow } from './figure-row';
import type { Files } from './cells';
import { detectedIn, groupOfChild, inPopulation, type Months } from './populations';

/** ID-01: children registered as victims, and those of unknown age beside them. */
export function registeredChildren(files: Files, months: Months, breakdown: string): PlainRow[] {
  const cohort = childrenOf(files).filter(
    (child) => inPopulation(child, 'P-REG') && detectedIn(child, months) && child.isChild !== false,
  );
  return groupBy(cohort, (child) => groupOfChild(child, breakdown)).flatMap(({ by, units }) => {
    const children = units.filter(({ isChild }) => isChild === true).length;
    const ageless = units.filter(({ isChild }) => isChild === null).length;
    const row = { period: months.id, by, status: 'ok' };
    return [
      { ...row, measure: 'count', value: children },
      { ...row, measure: 'age_unknown_count', value: ageless },
    ];
  });
}

/** ID-03: each gender among the children whose gender is known; the unknown among all. */
export function genderShares(files: Files, months: Months, breakdown: string): PlainRow[] {
  const cohort = childrenOf(files).filter(
    (child) => inPopulation(child, 'P-REG') && detectedIn(child, months) && child.isChild,
  );
  return groupBy(cohort, (child) => groupOfChild(child, breakdown)).flatMap(({ by, units }) => {
    const unknown = units.filter(({ gender }) => ['unknown', 'not_asked'].includes(gender)).length;
    const known = units.length - unknown;
    const genders = [...new Set(units.map(({ gender }) => gender))];
    const shares = genders
      .filter((gender) => !['unknown', 'not_asked'].includes(gender))
      .map((gender) => {
        const numerator = units.filter((child) => child.gender === gender).length;
        return {
          measure: 'share',
          period: months.id,
          by: { ...by, gender },
          numerator,
          denominator: known,
          n: known + unknown,
          unknown,
          ...gatedShare(numerator, known),
        };
      });
    const unknowns = genders
      .filter((gender) => ['unknown', 'not_asked'].includes(gender))
      .map((gender) => {
        const numerator = units.filter((child) => child.gender === gender).length;
        return {
          measure: 'unknown_share',
          period: months.id,
          by: { ...by, gender },
          numerator,
          denominator: units.length,
          ...gatedShare(numerator, units.length),
        };
      });
    return [...shares, ...unknowns];
  });
}
