import { indicatorOf } from '$lib/indicators/catalogue';
import { availability } from '$lib/measure/availability';
import { prepare } from '$lib/measure/prepare';
import { numberOf, rowOf, see } from '../measure/loaded';
import { engine, load, type Content } from './engines';

/** Figures from files through the real import: a number of a measure, or what keeps a figure off. */
export async function figuresOf(files: Readonly<Record<string, Content>>) {
  const { facts } = await load(files);
  if (!facts) throw new Error('nothing was loaded');
  const used = await engine();
  const source = { engine: used, facts, prepared: await prepare(used, facts) };
  const number = async (id: string, measure: string, options: Record<string, string> = {}) => {
    const released = await see(source, id, { options } as never);
    return numberOf(rowOf(released, measure)?.value);
  };
  const missing = (id: string) => {
    const indicator = indicatorOf(id);
    if (!indicator) throw new Error(`no indicator ${id}`);
    return availability(indicator, facts).missing;
  };
  return Object.assign(number, { missing, source });
}
