import type { Words } from '../words-in';

const en = {
  tab: 'Checklist – Rapporteur',
  title: 'Checklist',
  subtitle:
    'What programmes say of their work, item by item, and the data that speak to each item. A score and a figure may disagree: that is a question to ask, not a mistake to hide.',
  empty: 'The lists and the indicators beside them can be read without data.',
  profiles: 'Ten points, by programme and who assessed',
  chartNote:
    'Dots stand for assessments, expired ones included. No average is made: a high score on one item does not make up for a low one on another.',
  noChart: 'No chart: nothing that may be shown can be drawn. The table says why.',
  scale:
    '0 absent, 1 planned, 2 partly, 3 in practice. Own wording of the ten points; Child10 has no scale of its own.',
  inPractice:
    'In practice means score 3 with a document, data, an observation or children as evidence.',
  region: (caption: string) => `Table: ${caption}`,
  lowestCaption: 'Lowest items of each profile',
  programme: 'Programme',
  assessor: 'Assessed by',
  practice: 'In practice',
  of: (some: string, all: string) => `${some} of ${all}`,
  lowest: 'Lowest score, and its items',
  apart: 'Set apart',
  /** What is set apart, each with its number. */
  aside: {
    expired: (count: string) => `${count} expired`,
    notRecorded: (count: string) => `${count} without a recorded score`,
    notAssessed: (count: string) => `${count} never assessed`,
    notApplicable: (count: string) => `${count} not applicable`,
  },
  noneScored: 'No score that still counts',
  everyItem: 'every item with a score',
  sourceLabel: 'Source:',
  notes: 'Notes:',
  more: 'Full figure, saving and explanation: PQ-01',
  besideNote:
    'Which data stand beside an item is a choice of this app. Sentences are those of the overview, for the present view.',
  ecpatNote:
    'Own wording. Scores of this list are not computed in this version (PQ-02); the data beside it are.',
  part: 'The part that speaks to this item:',
  partNote: 'A sentence here is about the whole figure.',
  notBuilt: 'not available in this version',
  computing: 'Being computed…',
  failed: 'Not computed.',
  noScores: 'Nobody has assessed this item.',
  scored: (count: string, score: number) => `${count} at score ${score}`,
  expired: (count: string) => `${count} expired (older than 24 months)`,
  assessments: (parts: string) => `Assessments: ${parts}.`,
};

const nb: typeof en = {
  tab: 'Sjekkliste – Rapporteur',
  title: 'Sjekkliste',
  subtitle:
    'Hva tiltakene sier om arbeidet sitt, punkt for punkt, og dataene som sier noe om hvert punkt. Et poeng og et tall kan være uenige: Det er et spørsmål å stille, ikke en feil å skjule.',
  empty: 'Listene og indikatorene ved siden av dem kan leses uten data.',
  profiles: 'Ti punkter, etter tiltak og hvem som vurderte',
  chartNote:
    'Prikkene står for vurderinger, også de som er utløpt. Det regnes ikke gjennomsnitt: Et høyt poeng på ett punkt veier ikke opp for et lavt på et annet.',
  noChart: 'Ingen figur: Ikke noe av det som kan vises, kan tegnes. Tabellen sier hvorfor.',
  scale:
    '0 mangler, 1 planlagt, 2 delvis, 3 i praksis. De ti punktene er gjengitt med egne ord; Child10 har ingen egen skala.',
  inPractice: 'I praksis betyr 3 poeng med dokument, data, observasjon eller barn som belegg.',
  region: (caption) => `Tabell: ${caption}`,
  lowestCaption: 'Laveste punkter i hver profil',
  programme: 'Tiltak',
  assessor: 'Vurdert av',
  practice: 'I praksis',
  of: (some, all) => `${some} av ${all}`,
  lowest: 'Laveste poeng, og punktene som har det',
  apart: 'Holdt utenfor',
  aside: {
    expired: (count) => `${count} utløpt`,
    notRecorded: (count) => `${count} uten registrert poeng`,
    notAssessed: (count) => `${count} aldri vurdert`,
    notApplicable: (count) => `${count} ikke aktuelt`,
  },
  noneScored: 'Ingen poeng som fortsatt gjelder',
  everyItem: 'alle punkter med poeng',
  sourceLabel: 'Kilde:',
  notes: 'Merknader:',
  more: 'Full visning, lagring og forklaring: PQ-01',
  besideNote:
    'Hvilke data som står ved siden av et punkt, har denne appen valgt. Setningene er de samme som i oversikten, for visningen som er valgt nå.',
  ecpatNote:
    'Gjengitt med egne ord. Poeng for denne listen beregnes ikke i denne versjonen (PQ-02); tallene ved siden av gjør det.',
  part: 'Den delen som sier noe om dette punktet:',
  partNote: 'Setningen her gjelder hele tallet.',
  notBuilt: 'ikke tilgjengelig i denne versjonen',
  computing: 'Beregner …',
  failed: 'Ikke beregnet.',
  noScores: 'Ingen har vurdert dette punktet.',
  scored: (count, score) => `${count} med ${score} poeng`,
  expired: (count) => `${count} utløpt (eldre enn 24 måneder)`,
  assessments: (parts) => `Vurderinger: ${parts}.`,
};

/** What the page of checklists says. */
export const words: Words<typeof en> = { en, nb };
