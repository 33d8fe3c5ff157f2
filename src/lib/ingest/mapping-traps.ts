import type { Text } from '$lib/schema/text';
import { headerForm } from './normal-form';

/** Headers of real systems that say something else than they seem to say. */
const traps: readonly (readonly [RegExp, RegExp, Text])[] = [
  [
    /^(country of origin|opprinnelsesland|herkomstland|herkunftsland|pays d origine|pais de origen)$/,
    /^citizenship$/,
    {
      en: 'Country of origin is not citizenship. Read as citizenship: check that the source means that.',
      nb: 'Opprinnelsesland er ikke statsborgerskap. Lest som statsborgerskap: kontroller at kilden mener det.',
    },
  ],
  [
    /^service response day time$/,
    /./,
    {
      en: 'In Primero this is when the row was created, not when anything was sent or done. Check it.',
      nb: 'I Primero er dette tidspunktet da raden ble opprettet, ikke da noe ble sendt eller gjort. Kontroller det.',
    },
  ],
  [
    /^(service appointment date|assessment due date)$/,
    /./,
    {
      en: 'This is a plan or a deadline, not something that happened. Check it.',
      nb: 'Dette er en plan eller en frist, ikke noe som har skjedd. Kontroller det.',
    },
  ],
  [
    /^pays ou a eu lieu l incident$/,
    /./,
    {
      en: 'In the French interface of Primero this column holds counties, not countries. Check it.',
      nb: 'I det franske grensesnittet til Primero har denne kolonnen fylker, ikke land. Kontroller det.',
    },
  ],
  [
    /^(age|alder|leeftijd|alter|edad)$/,
    /^age_at_detection$/,
    {
      en: 'An age without more words is often the age at registration or on the day of the export. Check it.',
      nb: 'En alder uten nærmere forklaring er ofte alderen ved registrering eller på dagen for uttrekket. Kontroller det.',
    },
  ],
  [
    /^alter zum tatzeitpunkt$/,
    /./,
    {
      en: 'This is the age at the time of the offence, not at detection. Check it.',
      nb: 'Dette er alderen da lovbruddet skjedde, ikke ved oppdagelsen. Kontroller det.',
    },
  ],
];

/** A warning about a header that is easily misread for this field, or undefined. */
export const trapOf = (header: string, field: string): Text | undefined =>
  traps.find(([name, target]) => name.test(headerForm(header)) && target.test(field))?.[2];
