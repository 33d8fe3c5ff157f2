import type { Text } from '$lib/schema/text';
import type { IdentifierFinding } from './import-report';

/** What a column that could point to a person holds. */
export const identifierKinds: Readonly<Record<IdentifierFinding['kind'], Text>> = {
  name: { en: 'name', nb: 'navn' },
  'birth date': { en: 'birth date', nb: 'fødselsdato' },
  'e-mail': { en: 'e-mail', nb: 'e-post' },
  phone: { en: 'phone', nb: 'telefonnummer' },
  'national id': { en: 'national id', nb: 'nasjonalt identitetsnummer' },
  address: { en: 'address', nb: 'adresse' },
  'free text': { en: 'free text', nb: 'fritekst' },
  coordinates: { en: 'coordinates', nb: 'koordinater' },
  'case number': { en: 'case number', nb: 'saksnummer' },
  link: { en: 'link', nb: 'lenke' },
};
