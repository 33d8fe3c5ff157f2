import type { MseAssessment } from '$lib/state/estimate.svelte';
import type { Words } from '../words-in';

interface LabelWords {
  /** How far to believe the figure: a heading and what it means. */
  readonly labels: Record<
    MseAssessment['label'],
    { readonly heading: string; readonly meaning: string }
  >;
  readonly reasons: Record<MseAssessment['reasons'][number], string>;
  /** Why there is no figure although no gate stopped it, or what to know about a figure of two lists. */
  readonly statuses: Partial<Record<MseAssessment['status'], string>>;
}

const en: LabelWords = {
  labels: {
    stable: {
      heading: 'Stable',
      meaning:
        'Other models that explain the data about as well, and leaving out any one list, change the estimate by a factor of 1.5 at most.',
    },
    order_of_magnitude: {
      heading: 'Order of magnitude only',
      meaning: 'The upper 95 % limit is more than three times the lower one.',
    },
    unstable: {
      heading: 'Unstable: show the range of models, no single number',
      meaning:
        'Another model that explains the data about as well, or leaving out one list, changes the estimate by more than a factor of 1.5, or no interval can be computed.',
    },
    untestable: {
      heading: 'Untestable: show the range of models, no single number',
      meaning:
        'The chosen model reproduces the counts exactly whatever they are, so nothing in the data can speak against it. It is treated as unstable.',
    },
    needs_independence: {
      heading: 'Needs independence, which cannot be checked',
      meaning:
        'With two lists the estimate holds only if being on one does not change the chance of being on the other.',
    },
    not_shown: {
      heading: 'No estimate is shown',
      meaning: 'These counts cannot carry one.',
    },
  },
  reasons: {
    fewer_than_two_lists: 'Fewer than two lists say anything: the others hold nobody or everybody.',
    nobody_on_two_lists: 'Nobody is on two lists.',
    fewer_than_50_persons: 'Fewer than 50 people are known.',
    fewer_than_10_on_two_lists: 'Fewer than 10 people are on two lists or more.',
    fewer_than_11_on_two_lists:
      'Fewer than 11 people are on two lists or more, and their number would be printed.',
    a_list_with_fewer_than_5_persons:
      'A list holds fewer than 5 people. Merge it with another one.',
  },
  statuses: {
    invalid: 'The counts cannot be read as patterns of lists.',
    mle_does_not_exist: 'The chosen model has no best fit: too many overlaps are empty.',
    not_identifiable: 'The chosen model has more unknowns than these counts can settle.',
    not_estimable: 'No model could be fitted to these counts.',
    unreliable_small_overlap: 'The lists share too few people for a reliable estimate.',
    complete_overlap: 'Every person on one list is on the other one too.',
  },
};

const nb: LabelWords = {
  labels: {
    stable: {
      heading: 'Stabilt',
      meaning:
        'Andre modeller som forklarer dataene omtrent like godt, og det å utelate én av listene, endrer anslaget med en faktor på høyst 1,5.',
    },
    order_of_magnitude: {
      heading: 'Bare en størrelsesorden',
      meaning: 'Den øvre 95\u00A0%-grensen er mer enn tre ganger den nedre.',
    },
    unstable: {
      heading: 'Ustabilt: Vis spennet mellom modellene, ikke ett enkelt tall',
      meaning:
        'En annen modell som forklarer dataene omtrent like godt, eller det å utelate én liste, endrer anslaget med en faktor på mer enn 1,5, eller intervallet kan ikke beregnes.',
    },
    untestable: {
      heading: 'Kan ikke prøves: Vis spennet mellom modellene, ikke ett enkelt tall',
      meaning:
        'Den valgte modellen gjengir antallene nøyaktig uansett hva de er, så ingenting i dataene kan tale mot den. Anslaget behandles som ustabilt.',
    },
    needs_independence: {
      heading: 'Krever uavhengighet, som ikke kan kontrolleres',
      meaning:
        'Med to lister holder anslaget bare hvis det å stå på den ene ikke endrer sjansen for å stå på den andre.',
    },
    not_shown: {
      heading: 'Anslaget vises ikke',
      meaning: 'Disse antallene kan ikke bære et anslag.',
    },
  },
  reasons: {
    fewer_than_two_lists: 'Færre enn to lister sier noe: De andre har ingen eller alle.',
    nobody_on_two_lists: 'Ingen står på to lister.',
    fewer_than_50_persons: 'Færre enn 50 personer er kjent.',
    fewer_than_10_on_two_lists: 'Færre enn 10 personer står på to eller flere lister.',
    fewer_than_11_on_two_lists:
      'Færre enn 11 personer står på to eller flere lister, og antallet ville blitt vist.',
    a_list_with_fewer_than_5_persons:
      'En liste har færre enn 5 personer. Slå den sammen med en annen.',
  },
  statuses: {
    invalid: 'Antallene kan ikke leses som mønstre av lister.',
    mle_does_not_exist:
      'Den valgte modellen har ingen beste tilpasning: For mange overlapp er tomme.',
    not_identifiable: 'Den valgte modellen har flere ukjente enn disse antallene kan avgjøre.',
    not_estimable: 'Ingen modell kunne tilpasses disse antallene.',
    unreliable_small_overlap: 'Listene har for få personer felles til å gi et pålitelig anslag.',
    complete_overlap: 'Alle på den ene listen står også på den andre.',
  },
};

/** How far to believe an estimate, and why there may be none. */
export const labelWords: Words<LabelWords> = { en, nb };
