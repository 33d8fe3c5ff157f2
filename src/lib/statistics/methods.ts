import { InputError } from './input-reader';
import type { Method, Services } from './method';
import { methodsAmount } from './methods-amount';
import { methodsMse } from './methods-mse';
import { methodsMseRange } from './methods-mse-range';
import { methodsProportion } from './methods-proportion';
import { methodsRate } from './methods-rate';
import { methodsTime } from './methods-time';
import { methodsTrend } from './methods-trend';

/** Every method of the contract, with the words a methods page prints. */
export const methods: readonly Method[] = [
  ...methodsProportion,
  ...methodsRate,
  ...methodsAmount,
  ...methodsTime,
  ...methodsTrend,
  ...methodsMse,
  ...methodsMseRange,
];

/**
 * Runs one method by its contract name. An unknown method, an input that does not fit or a failure
 * gives `{status: 'invalid', reason}`; this never throws and never prints what the input held.
 */
export async function run(
  method: string,
  input: unknown,
  services: Services = {},
): Promise<object> {
  const found = methods.find((candidate) => candidate.method === method);
  if (!found) return { status: 'invalid', reason: 'no method of this name' };
  try {
    return await found.compute(input, services);
  } catch (error) {
    const reason = error instanceof InputError ? error.message : 'the method failed on this input';
    return { status: 'invalid', reason };
  }
}
