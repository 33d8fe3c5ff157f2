import type { CrossFileRule } from './cross-file-rule';
import { rulesCare } from './rules-care';
import { rulesClock } from './rules-clock';
import { rulesKeys } from './rules-keys';
import { rulesMissing } from './rules-missing';
import { rulesMoney } from './rules-money';
import { rulesOrder } from './rules-order';
import { rulesPerson } from './rules-person';
import { rulesStatus } from './rules-status';
import { rulesTotals } from './rules-totals';

/** Every rule of section 7 of the data model, in the order of the codes; errors of a code first. */
export const crossFileRules: readonly CrossFileRule[] = [
  ...rulesKeys,
  ...rulesOrder,
  ...rulesClock,
  ...rulesPerson,
  ...rulesStatus,
  ...rulesMissing,
  ...rulesCare,
  ...rulesMoney,
  ...rulesTotals,
].sort((a, b) => a.code.localeCompare(b.code));
