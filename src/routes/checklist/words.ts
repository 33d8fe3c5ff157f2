/** What the page of checklists says. */
export const words = {
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
  lowestCaption: 'Lowest items of each profile',
  programme: 'Programme',
  assessor: 'Assessed by',
  practice: 'In practice',
  lowest: 'Lowest score, and its items',
  apart: 'Set apart',
  noneScored: 'No score that still counts',
  everyItem: 'every item with a score',
  source: 'made-up data set',
  files: 'files loaded in this tab',
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
  expired: 'expired (older than 24 months)',
} as const;
