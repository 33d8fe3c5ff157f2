import type { Words } from '../words-in';

const en = {
  kinds: {
    'counts-over-time': {
      name: 'Counts over time',
      read: 'One point or bar a period. Its height is how many children or events were recorded. Where nothing is drawn there is no number to show; the table says why.',
      not: 'How many there were in truth. More recorded children can mean that more people looked for them.',
    },
    composition: {
      name: 'Parts of a whole',
      read: 'Each bar is one group as a share of all whose group is known. The unknown stand beside it. Hatched is what the unknown could change, or what lies between the limits of a withheld share.',
      not: 'Who is more likely to be harmed: it says who was found, not how many live in the country.',
    },
    shares: {
      name: 'Shares with their range',
      read: 'The dot is the share. The line through it is the range chance alone would give. Long lines rest on few children. A dashed line without a dot has no number: the share lies somewhere on it.',
      not: 'That a dot further right is better work. If two lines overlap widely, there may be no difference at all.',
    },
    'cumulative-incidence': {
      name: 'Waiting-time curve',
      read: 'Follow the line from left to right: at each day it gives the share of children for whom it had happened. Children who still wait are in it for as long as they were followed. The table tells how many children each reading rests on, and the median where half of them had it.',
      not: 'Why children waited. Its right end rests on few children; do not read it alone.',
    },
    'longer-than': {
      name: 'How many last longer',
      read: 'Follow the line from left to right: at each time it gives the share that lasted longer than that. What had not ended yet counts for as long as it was followed.',
      not: 'Why it lasted. Its right end rests on few; do not read it alone.',
    },
    'mean-count': {
      name: 'Mean number so far',
      read: 'Follow the line from left to right: at each time it gives how many times it had happened to a child, as a mean of all children followed that long.',
      not: 'That it happened so often to each child. For many it is fewer times, for some many more.',
    },
    pairs: {
      name: 'What follows what',
      read: 'Down: the form recorded first. Along: the first other form recorded after it. Each child is in one square; a larger square is more children. Outlined squares are children of whom no other form was recorded later.',
      not: 'That one form leads to another. It says in which order forms were recorded, of those whom somebody found.',
    },
    pyramid: {
      name: 'Age and gender',
      read: 'One row for each age group, the oldest on top. Girls to the one side, boys to the other, on the same scale. Other genders and unknown ages stand apart.',
      not: 'How children of each age fare: it says who was found, not how many live in the country.',
    },
    rates: {
      name: 'Rates',
      read: 'The dot is the rate: events for each 100 months in care, or children for each 100,000 who live there. The line through it is the range chance alone would give.',
      not: 'How many children: one child can have many events, and a higher rate can mean that more was noticed.',
    },
    funnel: {
      name: 'Groups against all',
      read: 'Each dot is a group or a body. The funnel shows how far small groups stray by chance alone. Look at dots outside it first.',
      not: 'A ranking. A dot outside asks for a look at the records, and proves nothing.',
    },
    'funded-days': {
      name: 'Funded days',
      read: 'One bar a programme: the share of its days without secured money, with the number of days beside it. Hatched is what unknown dates could change.',
      not: 'What the gap did to children, or what a grant achieved.',
    },
    'care-calendar': {
      name: 'Care calendar',
      read: 'Time runs from left to right. Above: each programme’s grants, and the days that none of them pays. Below: the children in care each month.',
      not: 'That one caused the other because they stand in the same month.',
    },
    rows: {
      name: 'Profile and completeness',
      read: 'One row for each question or column: what is in place, or how much of it was filled in.',
      not: 'Whether what was filled in is right, or whether children are better off.',
    },
  },
};

const nb: typeof en = {
  kinds: {
    'counts-over-time': {
      name: 'Antall over tid',
      read: 'Ett punkt eller én søyle per periode. Høyden er hvor mange barn eller hendelser som ble registrert. Der ingenting er tegnet, er det ikke noe tall å vise; tabellen sier hvorfor.',
      not: 'Hvor mange det egentlig var. Flere registrerte barn kan bety at flere lette etter dem.',
    },
    composition: {
      name: 'Deler av en helhet',
      read: 'Hver søyle er én gruppe som andel av alle der gruppen er kjent. De ukjente står ved siden av. Skravert er det de ukjente kan endre, eller det som ligger mellom grensene for en andel som holdes tilbake.',
      not: 'Hvem som er mest utsatt: Den sier hvem som ble funnet, ikke hvor mange som bor i landet.',
    },
    shares: {
      name: 'Andeler med spenn',
      read: 'Prikken er andelen. Streken gjennom den er spennet tilfeldigheter alene ville gitt. Lange streker bygger på få barn. En stiplet strek uten prikk har ikke noe tall: Andelen ligger et sted på den.',
      not: 'At en prikk lenger til høyre er bedre arbeid. Overlapper to streker mye, er det kanskje ingen forskjell.',
    },
    'cumulative-incidence': {
      name: 'Ventetidskurve',
      read: 'Følg linjen fra venstre til høyre: For hver dag gir den andelen barn det hadde skjedd for. Barn som fortsatt venter, er med så lenge de er fulgt. Tabellen sier hvor mange barn hver avlesning bygger på, og medianen der halvparten hadde fått det.',
      not: 'Hvorfor barna ventet. Den høyre enden bygger på få barn; les den ikke alene.',
    },
    'longer-than': {
      name: 'Hvor mange som varer lenger',
      read: 'Følg linjen fra venstre til høyre: For hvert tidspunkt gir den andelen som varte lenger enn det. Det som ikke var slutt ennå, er med så lenge det er fulgt.',
      not: 'Hvorfor det varte. Den høyre enden bygger på få; les den ikke alene.',
    },
    'mean-count': {
      name: 'Gjennomsnittlig antall til nå',
      read: 'Følg linjen fra venstre til høyre: For hvert tidspunkt gir den hvor mange ganger det hadde skjedd for et barn, som gjennomsnitt av alle barn som er fulgt så lenge.',
      not: 'At det skjedde så ofte for hvert barn. For mange er det færre ganger, for noen mange flere.',
    },
    pairs: {
      name: 'Hva som følger hva',
      read: 'Nedover: formen registrert først. Bortover: den første andre formen registrert etter den. Hvert barn er i én firkant; en større firkant er flere barn. Firkanter med bare omriss er barn der ingen annen form er registrert senere.',
      not: 'At én form fører til en annen. Det sier i hvilken rekkefølge former er registrert, for dem noen fant.',
    },
    pyramid: {
      name: 'Alder og kjønn',
      read: 'Én rad for hver aldersgruppe, de eldste øverst. Jenter til den ene siden, gutter til den andre, på samme skala. Andre kjønn og ukjent alder står for seg.',
      not: 'Hvordan det går med barn i hver alder: Den sier hvem som ble funnet, ikke hvor mange som bor i landet.',
    },
    rates: {
      name: 'Rater',
      read: 'Prikken er raten: hendelser per 100 måneder i omsorg, eller barn per 100 000 som bor der. Streken gjennom den er spennet tilfeldigheter alene ville gitt.',
      not: 'Hvor mange barn: Ett barn kan ha mange hendelser, og en høyere rate kan bety at mer ble lagt merke til.',
    },
    funnel: {
      name: 'Grupper mot alle',
      read: 'Hver prikk er en gruppe eller et organ. Trakten viser hvor langt små grupper avviker av tilfeldige grunner. Se først på prikker utenfor den.',
      not: 'En rangering. En prikk utenfor ber om et blikk på sakene, og beviser ingenting.',
    },
    'funded-days': {
      name: 'Finansierte dager',
      read: 'Én søyle per tiltak: andelen av dagene uten sikret finansiering, med antall dager ved siden av. Skravert er det ukjente datoer kan endre.',
      not: 'Hva oppholdet gjorde med barn, eller hva et tilskudd oppnådde.',
    },
    'care-calendar': {
      name: 'Omsorgskalender',
      read: 'Tiden går fra venstre til høyre. Øverst: tilskuddene til hvert tiltak, og dagene som ingen av dem betaler. Nederst: barna i omsorg hver måned.',
      not: 'At det ene var årsak til det andre fordi de står i samme måned.',
    },
    rows: {
      name: 'Profil og fullstendighet',
      read: 'Én rad for hvert spørsmål eller hver kolonne: hva som er på plass, eller hvor mye som er fylt ut.',
      not: 'Om det som er fylt ut, er riktig, eller om barna har det bedre.',
    },
  },
};

/** A kind of chart that has words of its own. */
export type ChartWordsId = keyof typeof en.kinds;

/** How to read each kind of chart, and what it does not say. */
export const chartWords: Words<typeof en> = { en, nb };
