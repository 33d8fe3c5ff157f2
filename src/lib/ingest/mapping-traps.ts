import { headerForm } from './normal-form';

/** Headers of real systems that say something else than they seem to say. */
const traps: readonly (readonly [RegExp, RegExp, string])[] = [
  [
    /^(country of origin|opprinnelsesland|herkomstland|herkunftsland|pays d origine|pais de origen)$/,
    /^citizenship$/,
    'Country of origin is not citizenship. Read as citizenship: check that the source means that.',
  ],
  [
    /^service response day time$/,
    /./,
    'In Primero this is when the row was created, not when anything was sent or done. Check it.',
  ],
  [
    /^(service appointment date|assessment due date)$/,
    /./,
    'This is a plan or a deadline, not something that happened. Check it.',
  ],
  [
    /^pays ou a eu lieu l incident$/,
    /./,
    'In the French interface of Primero this column holds counties, not countries. Check it.',
  ],
  [
    /^(age|alder|leeftijd|alter|edad)$/,
    /^age_at_detection$/,
    'An age without more words is often the age at registration or on the day of the export. Check it.',
  ],
  [
    /^alter zum tatzeitpunkt$/,
    /./,
    'This is the age at the time of the offence, not at detection. Check it.',
  ],
];

/** A warning about a header that is easily misread for this field, or undefined. */
export const trapOf = (header: string, field: string): string | undefined =>
  traps.find(([name, target]) => name.test(headerForm(header)) && target.test(field))?.[2];
