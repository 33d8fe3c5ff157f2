import { sql, type Sql } from '$lib/schema/sql';
import { accountWords } from './account-words';
import { htcdsCodes } from './htcds-codes';
import { htcdsOdd } from './htcds-tables';
import type { Rule } from './rule-account';

const noCode = (column: string, where: Sql): Rule => ({
  code: 'value-not-in-code-list',
  column,
  where: sql`out IS NULL AND ${where}`,
  does: 'warned',
  words: accountWords.noCode,
});

/** What the rows of a case file are held against, in order. */
export const htcdsRules: readonly Rule[] = [
  {
    code: 'empty-row',
    where: sql`out = 'empty'`,
    does: 'excluded',
    words: {
      en: 'have nothing in any field that is read, as the prepared lines of the spreadsheet have. They are left out.',
      nb: 'har ingenting i noe felt som leses, slik de ferdiglagde linjene i regnearket har. De er utelatt.',
    },
  },
  {
    code: 'header-again',
    where: sql`out = 'header'`,
    does: 'excluded',
    words: {
      en: 'hold the labels of the fields, the second header of the spreadsheet. They are left out.',
      nb: 'har navnene på feltene, den andre overskriften i regnearket. De er utelatt.',
    },
  },
  {
    code: 'no-intake-day',
    column: 'Incoming Referral Date',
    where: sql`out IS NULL AND incoming_d IS NULL`,
    does: 'warned',
    words: {
      en: 'have no day on which the incoming referral was accepted that can be read: they belong to no period and have no age.',
      nb: 'har ingen lesbar dag da den innkommende henvisningen ble godtatt: De hører ikke til noen periode og har ingen alder.',
    },
  },
  noCode('Trafficking Status', htcdsOdd(sql`status`, htcdsCodes.status)),
  noCode('Gender', htcdsOdd(sql`gender`, htcdsCodes.gender)),
  noCode('Status', htcdsOdd(sql`open`, htcdsCodes.open)),
  noCode('Type of Exploitation', sql`odd_form`),
  noCode('Methods of Control', sql`odd_means`),
  noCode('Citizenship', sql`citizenship IS NOT NULL AND country IS NULL AND NOT several`),
  {
    code: 'age-not-computed',
    column: 'Birthdate',
    where: sql`out IS NULL AND birth IS NOT NULL AND incoming_d IS NOT NULL AND years IS NULL`,
    does: 'warned',
    words: {
      en: 'have a birth date that gives no age at the day the case was taken in; the age is left out.',
      nb: 'har en fødselsdato som ikke gir en alder på dagen saken ble tatt inn; alderen er utelatt.',
    },
  },
  {
    code: 'cell-not-a-number',
    column: 'Age when Trafficked',
    where: sql`out IS NULL AND age_first IS NOT NULL AND years_first IS NULL`,
    does: 'warned',
    words: {
      en: 'have an age when trafficked that is no whole number from 0 to 25; it is left out.',
      nb: 'har en alder ved menneskehandel som ikke er et helt tall fra 0 til 25; den er utelatt.',
    },
  },
  {
    code: 'cell-not-a-date',
    column: 'Outgoing Referral Date',
    where: sql`out IS NULL AND outgoing IS NOT NULL AND outgoing_d IS NULL`,
    does: 'warned',
    words: {
      en: 'have a day that cannot be read; it is left out.',
      nb: 'har en dag som ikke kan leses; den er utelatt.',
    },
  },
];
