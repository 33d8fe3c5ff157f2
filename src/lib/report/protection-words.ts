import type { Released } from '$lib/disclosure/released';
import type { Language } from '$lib/schema/text';

const madeUp = {
  en: 'Made-up data: no child in these figures exists.',
  nb: 'Oppdiktede data: ingen av barna i tallene finnes.',
};

/** Said wherever made-up figures are shown; null for real files. */
export const madeUpWords = (
  { synthetic }: Pick<Released, 'synthetic'>,
  language: Language,
): string | null => (synthetic ? madeUp[language] : null);

/**
 * What the disclosure check did, without revealing a cell. Only a passed audit claims that small
 * groups cannot be isolated (disclosure, section 7).
 */
export function protectionWords({ protection, mode }: Released, language: Language): string {
  const { threshold: k, audit } = protection;
  const en = language === 'en';
  if (mode === 'working' || audit === 'unprotected')
    return en
      ? 'Not protected: true values, not for release.'
      : 'Ikke vernet: sanne verdier, ikke til publisering.';
  if (audit === 'not needed')
    return en
      ? `Disclosure-checked. Threshold k = ${k}. No figure had to be withheld.`
      : `Kontrollert for avsløring. Terskel k = ${k}. Ingen tall måtte holdes tilbake.`;
  if (audit === 'not proven')
    return en
      ? `Threshold k = ${k}. The disclosure check is not complete: not proven.`
      : `Terskel k = ${k}. Kontrollen for avsløring er ikke fullført: ikke bevist.`;
  return en
    ? `Disclosure-checked. Threshold k = ${k}. No figure from 1 to ${k - 1} is shown, and no group of 1 to ${k - 1} children can be isolated by adding, subtracting or comparing the figures shown. Other publications from the same data are not covered.`
    : `Kontrollert for avsløring. Terskel k = ${k}. Ingen tall fra 1 til ${k - 1} vises, og ingen gruppe på 1 til ${k - 1} barn kan skilles ut ved å legge sammen, trekke fra eller sammenligne tallene som vises. Andre publikasjoner fra de samme dataene er ikke dekket.`;
}
