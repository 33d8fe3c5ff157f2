import { wordsOf } from '$lib/schema/worded-error';
import type { Status } from './choice';
import { failureWords } from './failure-words';

/**
 * What is shown after a load that failed, and what to do then: other where data loaded before are
 * still there. An error without words of its own is named on the console, never with its message.
 */
export function failedStatus(error: unknown, stillLoaded: boolean): Status {
  const known = wordsOf(error);
  if (!known)
    console.error(error instanceof Error ? `${error.name} while loading` : 'error while loading');
  return {
    is: 'failed',
    message: known ?? failureWords.loading,
    todo: stillLoaded ? failureWords.stillThere : failureWords.fewerFiles,
  };
}
