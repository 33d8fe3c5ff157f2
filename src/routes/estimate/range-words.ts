import type { MseAssessment } from '$lib/state/estimate.svelte';
import type { Words } from '../words-in';

type Kind = MseAssessment['alternatives'][number]['kind'];

const kinds: Record<Exclude<Kind, 'without_list'>, string> = {
  main_effects: 'Lists independent (main effects only)',
  stepwise: 'Pairs added one by one (stepwise)',
  bic_pairs: 'Lowest BIC, pairs of lists',
  bic_order_3: 'Lowest BIC, up to three lists together',
};

const en = {
  caption: 'Range of models',
  model: 'Model',
  terms: 'Terms',
  number: 'Known and not known',
  kinds,
  without: (list: string) => `Without ${list}`,
  unnamed: (list: number) => `list ${list}`,
  chosen: ' – chosen by the fixed rule',
  beside: 'Lowest BIC, beside the chosen one, which fits poorly',
  defensible: 'Defensible: chosen, near the lowest BIC, or one list left out',
  note: 'Terms name the lists that may depend on each other: 12 is lists 1 and 2. Near the lowest BIC means within 6 units of it; not all of these models have a row. Models are never averaged, and nobody may pick one for its number.',
  published: (total: string, source: string) =>
    `The published total, ${total}, is what the chosen model gives: one model inside the range, not the answer. These counts are of people of all ages, not of children. Source: ${source}.`,
};

const nb: typeof en = {
  caption: 'Spennet mellom modellene',
  model: 'Modell',
  terms: 'Ledd',
  number: 'Kjente og ukjente',
  kinds: {
    main_effects: 'Uavhengige lister (bare hovedeffekter)',
    stepwise: 'Par lagt til ett om gangen (trinnvis)',
    bic_pairs: 'Lavest BIC, par av lister',
    bic_order_3: 'Lavest BIC, opptil tre lister sammen',
  },
  without: (list) => `Uten ${list}`,
  unnamed: (list) => `liste ${list}`,
  chosen: ' – valgt etter den faste regelen',
  beside: 'Lavest BIC, ved siden av den valgte, som passer dårlig',
  defensible: 'Forsvarlige: den valgte, nær lavest BIC, eller med én liste utelatt',
  note: 'Leddene sier hvilke lister som kan avhenge av hverandre: 12 er liste 1 og 2. Nær lavest BIC betyr innenfor 6 enheter; ikke alle disse modellene har en rad. Det regnes aldri gjennomsnitt av modeller, og ingen kan velge en modell for tallets skyld.',
  published: (total, source) =>
    `Det publiserte totaltallet, ${total}, er det den valgte modellen gir: én modell innenfor spennet, ikke svaret. Antallene gjelder personer i alle aldre, ikke barn. Kilde: ${source}.`,
};

/** The words of the table of models; they are said in the language of figures. */
export const rangeWords: Words<typeof en> = { en, nb };
