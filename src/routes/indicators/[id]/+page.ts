import { error } from '@sveltejs/kit';
import { catalogue, indicatorOf } from '$lib/indicators/catalogue';
import { current } from '../../view.svelte';
import { figureWords } from './figure-words';

export const entries = () => catalogue.map(({ id }) => ({ id: id.toLowerCase() }));

export function load({ params }: { params: { id: string } }) {
  const indicator = indicatorOf(params.id.toUpperCase());
  if (!indicator) error(404, current.say(figureWords).noSuch);
  return { indicator };
}
