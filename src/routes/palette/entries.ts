import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { catalogue } from '$lib/indicators/catalogue';
import type { Text } from '$lib/schema/text';
import { glossary } from '../help/glossary';
import { words as statistics } from '../methods/statistics/words';
import { current } from '../view.svelte';
import { words } from '../words';
import { actions } from './actions';
import { both } from './both';
import type { Entry } from './entry';

const paths = {
  start: '/',
  data: '/data',
  indicators: '/indicators',
  funding: '/funding',
  quality: '/quality',
  checklist: '/checklist',
  estimate: '/estimate',
  methods: '/methods',
  about: '/about',
} as const;

const inLabels = (text: Text) => {
  const language = current.labels;
  return { name: text[language], other: text[language === 'en' ? 'nb' : 'en'] };
};

function pages(): Entry[] {
  const page = (path: '/help' | '/methods/statistics' | (typeof paths)[keyof typeof paths]) => ({
    kind: 'page' as const,
    code: '',
    act: () => void goto(resolve(path) + current.hash),
  });
  return [
    ...(Object.keys(paths) as (keyof typeof paths)[]).map((key) => ({
      ...page(paths[key]),
      ...both(words, (say) => say.pages[key]),
    })),
    { ...page('/methods/statistics'), ...both(statistics, ({ title }) => title) },
    { ...page('/help'), ...both(words, ({ help }) => help) },
  ];
}

/** Pages, actions, indicators and terms, in this order; what cannot be done now is not among them. */
export const entries = (): readonly Entry[] => [
  ...pages(),
  ...actions(),
  ...catalogue.map(({ id, title }) => ({
    kind: 'indicator' as const,
    code: id,
    ...inLabels(title),
    act: () => void goto(resolve('/indicators/[id]', { id: id.toLowerCase() }) + current.hash),
  })),
  ...glossary(current.labels).map(({ id, name }) => ({
    kind: 'term' as const,
    code: '',
    ...inLabels(name),
    act: () => void goto(`${resolve('/help')}#${id}`),
  })),
];
