import { error } from '@sveltejs/kit';
import { catalogue, indicatorOf } from '$lib/indicators/catalogue';

export const entries = () => catalogue.map(({ id }) => ({ id: id.toLowerCase() }));

export function load({ params }: { params: { id: string } }) {
  const indicator = indicatorOf(params.id.toUpperCase());
  if (!indicator) error(404, 'There is no such indicator.');
  return { indicator };
}
