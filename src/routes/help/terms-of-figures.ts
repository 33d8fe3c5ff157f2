import { term } from './glossary-term';

/** Words about periods, shares, times, rates and what was recorded. */
export const termsOfFigures = [
  term(
    'cohort',
    ['Cohort', 'Kohort'],
    [
      'Children first detected in the same period, followed until the data end. Used for shares and waiting times. A young cohort has been followed for a short time only.',
      'Barn som ble oppdaget første gang i samme periode, og som følges til dataene slutter. Brukes for andeler og ventetider. En ny kohort er bare fulgt en kort tid.',
    ],
  ),
  term(
    'flow',
    ['Flow', 'Strøm'],
    [
      'What happened in a period, whenever the children were first detected. Used for counts.',
      'Det som skjedde i en periode, uansett når barna først ble oppdaget. Brukes for antall.',
    ],
  ),
  term(
    'stock',
    ['Stock', 'Beholdning'],
    [
      'The situation on one day, for example how many children were in care on 1 January.',
      'Situasjonen på én dag, for eksempel hvor mange barn som var i omsorg 1. januar.',
    ],
  ),
  term(
    'denominator',
    ['Denominator', 'Nevner'],
    [
      'Of how many: the children, days or needs that a share or rate is a part of. The same per cent of 12 and of 1,200 children are not worth the same, so it always stands beside the figure.',
      'Av hvor mange: barna, dagene eller behovene som andelen eller raten er en del av. Samme prosent av 12 og av 1200 barn er ikke like sikker, derfor står nevneren alltid ved tallet.',
    ],
  ),
  term(
    'confidence-interval',
    ['Confidence interval', 'Konfidensintervall'],
    [
      'The range in which the figure could lie by chance alone, if the same system worked on under the same conditions. It does not cover children nobody found, or wrong records.',
      'Spennet tallet kunne ligge i av tilfeldige grunner, om det samme systemet virket videre under de samme forholdene. Det dekker ikke barn ingen fant, eller feil i dataene.',
    ],
    ['Shares: Wilson 1927; Newcombe 1998', 'Andeler: Wilson 1927; Newcombe 1998'],
  ),
  term(
    'median',
    ['Median', 'Median'],
    [
      'The time within which half of the children had got what they waited for. If fewer than half have got it, there is no median yet, and the figure says so.',
      'Tiden der halvparten av barna hadde fått det de ventet på. Har færre enn halvparten fått det, finnes det ennå ingen median, og tallet sier det.',
    ],
  ),
  term(
    'kaplan-meier',
    ['Kaplan–Meier curve', 'Kaplan–Meier-kurve'],
    [
      'A curve of the share of children who are still waiting after each number of days. It also uses children whose wait is not over, for as long as they were followed. To look at finished waits alone would make the times look too short.',
      'En kurve over andelen barn som fortsatt venter etter hvert antall dager. Den bruker også barn som ennå venter, så lenge de er fulgt. Å se bare på avsluttede ventetider ville gjort tidene for korte.',
    ],
    ['Kaplan and Meier 1958', 'Kaplan og Meier 1958'],
  ),
  term(
    'at-risk',
    ['Numbers at risk', 'Antall under risiko'],
    [
      'How many children the curve still rests on at a point in time: they are followed, and have not got what they wait for. The fewer they are, the less sure the curve.',
      'Hvor mange barn kurven fortsatt bygger på ved et tidspunkt: De følges, og har ikke fått det de venter på. Jo færre de er, desto mindre sikker er kurven.',
    ],
  ),
  term(
    'censored',
    ['Censored (still open)', 'Sensurert (fortsatt åpen)'],
    [
      'A wait that was not over when the data ended. We know that it lasted at least so long, not how long. An open case is not a short case.',
      'En ventetid som ikke var over da dataene sluttet. Vi vet at den varte minst så lenge, ikke hvor lenge. En åpen sak er ikke en kort sak.',
    ],
  ),
  term(
    'cumulative-incidence',
    ['Cumulative incidence', 'Kumulativ insidens'],
    [
      'The share of children to whom something had happened within a number of days, where other things could make it impossible first.',
      'Andelen barn som hadde opplevd noe innen et antall dager, der andre hendelser kunne gjøre det umulig først.',
    ],
    ['Aalen and Johansen 1978', 'Aalen og Johansen 1978'],
  ),
  term(
    'competing-event',
    ['Competing event', 'Konkurrerende hendelse'],
    [
      'Something that ends a wait without being what the child waited for: turning 18, leaving the country, death. Such children are shown, not left out.',
      'Noe som avslutter ventetiden uten å være det barnet ventet på: å fylle 18 år, forlate landet eller dø. Disse barna vises, de utelates ikke.',
    ],
  ),
  term(
    'person-time-rate',
    ['Person-time rate', 'Rate per barnemåned'],
    [
      'Events for each 100 months that children were in care. It makes groups comparable that were in care for different lengths of time.',
      'Hendelser per 100 måneder som barn var i omsorg. Da kan grupper sammenlignes selv om de var i omsorg ulike lange tider.',
    ],
  ),
  term(
    'unknown',
    ['Unknown', 'Ukjent'],
    [
      'It was asked, or should have been, and the answer is not known or not recorded. Unknown is never counted as no, and never as zero.',
      'Det ble spurt om, eller burde vært det, og svaret er ikke kjent eller ikke registrert. Ukjent regnes aldri som nei, og aldri som null.',
    ],
  ),
  term(
    'not-collected',
    ['Not collected [x]', 'Ikke samlet inn [x]'],
    [
      'No file has this information, so there is no figure. That nobody asked may itself be a finding.',
      'Ingen fil har denne opplysningen, derfor finnes det ikke noe tall. At ingen spurte, kan være et funn i seg selv.',
    ],
  ),
  term(
    'recording-lag',
    ['Recording lag', 'Registreringsforsinkelse'],
    [
      'The days between an event and its entry in the system. Because of it the latest months always look lower than they will be.',
      'Dagene fra noe skjer til det blir ført inn i systemet. Derfor ser de siste månedene alltid lavere ut enn de vil bli.',
    ],
  ),
  term(
    'comparable',
    ['Comparable', 'Sammenlignbar'],
    [
      'Two figures are comparable when they have the same definition, the same reporting bodies and the same length of follow-up. Where something differs, the app names it.',
      'To tall er sammenlignbare når de har samme definisjon, de samme rapporterende organene og like lang oppfølging. Er noe ulikt, sier appen hva.',
    ],
  ),
  term(
    'break',
    ['Break in a series', 'Brudd i en tidsserie'],
    [
      'A point in time from which figures are counted in another way: a new law, form or reporting body. Changes across it may say nothing about children.',
      'Et tidspunkt der det begynner å telles på en annen måte: en ny lov, et nytt skjema eller et nytt organ. Endringer over bruddet trenger ikke å si noe om barn.',
    ],
  ),
  term(
    'definition-revision',
    ['Definition revision', 'Revisjon av en definisjon'],
    [
      'The number of the version of a definition. It rises when a rule changes a number, and is printed with every figure.',
      'Nummeret på versjonen av en definisjon. Det øker når en regel endrer et tall, og står ved hvert tall.',
    ],
  ),
  term(
    'multiple-systems-estimation',
    ['Multiple systems estimation', 'Anslag fra flere lister'],
    [
      'A way to estimate how many victims no body has on its list, from how much the lists of several bodies overlap. The answer depends strongly on the assumptions, so it is shown as a range and never added to recorded children.',
      'En måte å anslå hvor mange ofre ingen har på sin liste, ut fra hvor mye listene til flere organer overlapper. Svaret avhenger sterkt av forutsetningene. Derfor vises det som et spenn og legges aldri til registrerte barn.',
    ],
    ['Bales, Hesketh and Silverman 2015', 'Bales, Hesketh og Silverman 2015'],
  ),
];
