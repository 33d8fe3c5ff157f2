import type { MethodWords } from './method-words';

const noPerson = {
  en: 'Nobody on two lists; fewer than two lists in use.',
  nb: 'Ingen på to lister; færre enn to lister i bruk.',
};

/** Multiple systems estimation: how many victims no list has seen. */
export const wordsMse = [
  {
    method: 'mse.choose_method',
    name: { en: 'Which way of choosing a model', nb: 'Hvilken måte å velge modell på' },
    formula: {
      en: 'two lists: Chapman; BIC if at most five lists and every pair shares at least five persons; else stepwise',
      nb: 'to lister: Chapman; BIC ved høyst fem lister der hvert par har minst fem personer felles; ellers trinnvis',
    },
    source: 'project contract, section 7.3',
    use: {
      en: 'First step of every estimate; fixed in advance, nobody picks a number.',
      nb: 'Første steg i alle anslag; bestemt på forhånd, ingen velger seg et tall.',
    },
    silent: noPerson,
  },
  {
    method: 'mse.loglinear_fixed',
    name: {
      en: 'Hidden persons under one given model',
      nb: 'Uoppdagede personer under én gitt modell',
    },
    formula: {
      en: 'N = n + exp(a), a the intercept of a Poisson log-linear fit to the overlap table; a pair in the model that shares nobody is set to zero',
      nb: 'N = n + exp(a), der a er konstantleddet i en log-lineær Poisson-modell tilpasset overlapptabellen; et par i modellen uten felles personer settes til null',
    },
    source:
      'Bishop, Fienberg & Holland (1975) ch. 6; Fienberg & Rinaldo (2012) Ann Stat 40:996; Chan, Silverman & Vincent (2021) JASA 116:1297',
    use: {
      en: 'Expert panel, and to repeat a published model.',
      nb: 'Ekspertpanelet, og for å gjenta en publisert modell.',
    },
    silent: {
      en: 'The fit does not exist, or more than one fits equally well.',
      nb: 'Tilpasningen finnes ikke, eller flere passer like godt.',
    },
  },
  {
    method: 'mse.stepwise',
    name: {
      en: 'Hidden persons, pairs of lists added one by one',
      nb: 'Uoppdagede personer, par av lister lagt til ett om gangen',
    },
    formula: {
      en: 'add the pair with the smallest min(P(X ≤ m), P(X ≥ m)), X ~ Poisson(fitted overlap), while that is below 0.02',
      nb: 'legg til paret med minst min(P(X ≤ m), P(X ≥ m)), X ~ Poisson(tilpasset overlapp), så lenge den er under 0,02',
    },
    source: 'Chan, Silverman & Vincent (2021) JASA 116:1297',
    use: {
      en: 'Sparse lists: a pair that shares fewer than five persons, or six lists and more.',
      nb: 'Glisne lister: et par med færre enn fem felles personer, eller seks lister og flere.',
    },
    silent: noPerson,
  },
  {
    method: 'mse.bic_select',
    name: {
      en: 'Hidden persons, hierarchical model of lowest BIC',
      nb: 'Uoppdagede personer, hierarkisk modell med lavest BIC',
    },
    formula: {
      en: 'least p log(persons) − 2 log-likelihood over all hierarchical models with interactions of at most three lists and never of all lists',
      nb: 'minst p log(personer) − 2 log-likelihood over alle hierarkiske modeller med samspill mellom høyst tre lister og aldri mellom alle listene',
    },
    source: 'Schwarz (1978) Ann Stat 6:461; Silverman, Chan & Vincent (2024) Stat Comput 34:44',
    use: {
      en: 'Dense lists: at most five, every pair sharing five persons or more.',
      nb: 'Tette lister: høyst fem, der hvert par har fem eller flere personer felles.',
    },
    silent: {
      en: 'Nobody on two lists; fewer than two lists in use, or more than five.',
      nb: 'Ingen på to lister; færre enn to lister i bruk, eller flere enn fem.',
    },
  },
  {
    method: 'mse.loglinear_strata',
    name: { en: 'Hidden persons by group', nb: 'Uoppdagede personer etter gruppe' },
    formula: {
      en: 'one Poisson log-linear fit: list × group main effects, shared list–list interactions',
      nb: 'én log-lineær Poisson-modell: hovedeffekter for liste × gruppe, felles samspill mellom listene',
    },
    source: 'Bishop, Fienberg & Holland (1975) ch. 6; Chan, Silverman & Vincent (2021)',
    use: {
      en: 'Girls and boys, or age bands, with the pooled estimate beside the sum.',
      nb: 'Jenter og gutter, eller aldersgrupper, med det samlede anslaget ved siden av summen.',
    },
    silent: {
      en: 'A group has nobody on two lists; the fit does not exist.',
      nb: 'En gruppe har ingen på to lister; tilpasningen finnes ikke.',
    },
  },
  {
    method: 'mse.chapman',
    name: { en: 'Two lists: Chapman', nb: 'To lister: Chapman' },
    formula: {
      en: '(n₁ + 1)(n₂ + 1)/(m + 1) − 1, log-normal limits on the hidden part',
      nb: '(n₁ + 1)(n₂ + 1)/(m + 1) − 1, log-normale grenser på den uoppdagede delen',
    },
    source:
      'Chapman (1951) U Calif Publ Stat 1:131; Seber (1970) Biometrics 26:313; Chao (1987) Biometrics 43:783',
    use: {
      en: 'Two lists only; needs independence, which cannot be checked.',
      nb: 'Fangst–gjenfangst med bare to lister; krever uavhengighet, som ikke kan prøves.',
    },
    silent: {
      en: 'An empty list; nobody hidden: no limits. Below seven shared persons it is unreliable, with none not to be shown.',
      nb: 'En tom liste; ingen uoppdagede: ingen grenser. Under sju felles personer er det upålitelig, uten felles personer skal det ikke vises.',
    },
  },
  {
    method: 'mse.lincoln_petersen',
    name: { en: 'Two lists: Lincoln–Petersen', nb: 'To lister: Lincoln–Petersen' },
    formula: 'n₁ n₂ / m',
    source: 'Petersen (1896); Lincoln (1930)',
    use: {
      en: 'Comparison with older publications only.',
      nb: 'Bare til sammenligning med eldre publikasjoner.',
    },
    silent: { en: 'No shared person; an empty list.', nb: 'Ingen felles person; en tom liste.' },
  },
] as const satisfies readonly MethodWords[];
