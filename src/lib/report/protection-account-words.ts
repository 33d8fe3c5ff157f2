import type { Protection } from '$lib/disclosure/released';

/** How many of what, as a reader counts them. */
interface Counted {
  readonly withheld: string;
  readonly shown: string;
  readonly zeros: string;
  readonly one: { readonly withheld: boolean; readonly shown: boolean; readonly zeros: boolean };
}

const en = {
  cost: ({ withheld, shown, zeros, one }: Counted) =>
    `${withheld} ${one.withheld ? 'number is' : 'numbers are'} withheld; ${shown} ${one.shown ? 'number' : 'numbers'} and ${zeros} ${one.zeros ? 'zero' : 'zeros'} are shown.`,
  none: (shown: string, zeros: string) =>
    `Nothing is withheld; numbers shown: ${shown}, zeros: ${zeros}.`,
  rule: (k: number) =>
    `A number that tells of 1 to ${k - 1} children is withheld, and so is every number from which one of those could be worked out. All of them carry the same mark [c]: which are small, and how many, is not told.`,
  beside: (k: number, others: string) =>
    `Children whom several figures count among have one number in all of them, shown or withheld.${others && ` Beside ${others} a number is withheld too where it differs by 1 to ${k - 1} children from one shown there.`}`,
  children: (columns: string, share: string) =>
    `By ${columns}: ${share} of the children in the totals shown are in a group that is shown.`,
  noShare:
    'Which share of the children is shown is told only of groups beside a total that is shown itself: here it would tell of what is withheld.',
  verdicts: {
    proven: (k: number) =>
      `Audit: proven. For every withheld number below ${k} there are at least two whole-number tables that give every number shown, one of them with ${k} or more children in that place; each was added up again by separate code.`,
    'not needed': () => 'Audit: passed, nothing had to be withheld.',
    'by rule': () =>
      'Audit: passed for every count. The numbers withheld stand on too few children for what they measure.',
    'not proven': () => 'Audit: not proven within the steps it may take, so nothing is shown.',
    refused: () =>
      'Audit: refused beside the figures that left before in the same release, so nothing is shown.',
  } satisfies Record<string, (k: number) => string>,
  within: (seconds: number) =>
    seconds === 1 ? 'It took less than a second.' : `It took less than ${seconds} seconds.`,
  longer: (seconds: number) => `It took more than ${seconds} seconds.`,
  limitsTitle: 'Limits of this promise',
  limits: [
    'Other publications from the same data, by anyone, are not covered, nor are answers of two indicators that ask different things.',
    'Tables published before count as known only where they were opened, and only number by number: not held against them are other periods (the quarters of a published year), other bands and sums of several numbers; nor does anything keep a reader from taking a withheld number to be as it was published.',
    'What somebody knows about a child from elsewhere – a family, a case worker, a trafficker – is not taken into account.',
    'What is true of everybody in a large group is published as such.',
    'Who assumes that no more was withheld than had to be can sometimes rule a possibility out. The proof says “possible”, not “equally likely”.',
    'A zero that is shown says that nobody was recorded.',
    'What could not be proven is not shown; it may still be harmless.',
    'It is not differential privacy: no noise is added, and each further release uses up some of the protection.',
  ],
};

const nb: typeof en = {
  cost: ({ withheld, shown, zeros, one }) =>
    `${withheld} tall holdes tilbake; ${shown} tall og ${zeros} ${one.zeros ? 'null' : 'nuller'} vises.`,
  none: (shown, zeros) => `Ingenting holdes tilbake; tall som vises: ${shown}, nuller: ${zeros}.`,
  rule: (k) =>
    `Et tall som forteller om 1 til ${k - 1} barn, holdes tilbake, og det gjør også hvert tall som et slikt kunne regnes ut fra. Alle har samme merke [c]: Hvilke som er små, og hvor mange, sies ikke.`,
  beside: (k, others) =>
    `Barn som flere tall teller blant, har ett antall i alle, vist eller holdt tilbake.${others && ` Ved siden av ${others} holdes et tall også tilbake når det skiller seg med 1 til ${k - 1} barn fra et som vises der.`}`,
  children: (columns, share) =>
    `Etter ${columns}: ${share} av barna i summene som vises, er i en gruppe som vises.`,
  noShare:
    'Hvor stor andel av barna som vises, sies bare om grupper ved siden av en sum som selv vises: Her ville det røpe noe av det som holdes tilbake.',
  verdicts: {
    proven: (k) =>
      `Kontroll: bevist. For hvert tall under ${k} som holdes tilbake, finnes det minst to tabeller med hele tall som gir alle tallene som vises, den ene med ${k} eller flere barn på den plassen; hver av dem er lagt sammen på nytt av egen kode.`,
    'not needed': () => 'Kontroll: bestått, ingenting måtte holdes tilbake.',
    'by rule': () =>
      'Kontroll: bestått for alle antall. Tallene som holdes tilbake, bygger på for få barn til det de måler.',
    'not proven': () =>
      'Kontroll: ikke bevist med de stegene den kan bruke, derfor vises ingenting.',
    refused: () =>
      'Kontroll: avslått ved siden av tallene som har gått ut før i samme publisering, derfor vises ingenting.',
  },
  within: (seconds) =>
    seconds === 1 ? 'Den tok under ett sekund.' : `Den tok under ${seconds} sekunder.`,
  longer: (seconds) => `Den tok mer enn ${seconds} sekunder.`,
  limitsTitle: 'Grenser for dette løftet',
  limits: [
    'Andre publikasjoner fra de samme dataene, fra hvem som helst, er ikke dekket, og heller ikke svar fra to indikatorer som spør om ulike ting.',
    'Tabeller som er publisert før, regnes bare som kjent når de er åpnet, og bare tall for tall: Andre perioder (kvartalene i et publisert år), andre aldersgrupper og summer av flere tall holdes ikke mot dem, og ingenting hindrer en leser i å gå ut fra at et tall som holdes tilbake, er som det ble publisert.',
    'Det noen vet om et barn fra før – familie, en saksbehandler, en menneskehandler – er ikke tatt med.',
    'Det som gjelder alle i en stor gruppe, publiseres som det er.',
    'Den som går ut fra at ikke mer enn nødvendig holdes tilbake, kan noen ganger utelukke en mulighet. Beviset sier «mulig», ikke «like sannsynlig».',
    'En null som vises, sier at ingen er registrert.',
    'Det som ikke kunne bevises, vises ikke; det kan likevel være uskyldig.',
    'Det er ikke differensielt personvern: Det legges ikke til støy, og hver ny publisering bruker opp noe av vernet.',
  ],
};

/** The words of `protectionAccount`. */
export const protectionAccountWords = { en, nb };

/** What the audit said, with a refusal, and numbers withheld without it, as words of their own. */
export function verdictOf(
  { audit, refused }: Pick<Protection, 'audit' | 'refused'>,
  withheld: number,
): keyof typeof en.verdicts {
  if (refused) return 'refused';
  if (audit === 'not needed' && withheld > 0) return 'by rule';
  return audit === 'unprotected' ? 'not proven' : audit;
}
