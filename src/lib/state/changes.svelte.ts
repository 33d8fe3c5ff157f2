import type { Engine } from '$lib/engine/engine';
import type { ImportChanges } from '$lib/measure/import-changes';
import type { ImportSummary } from '$lib/measure/import-summary';
import type { DatasetFacts } from '$lib/schema/dataset';
import type { Text } from '$lib/schema/text';
import { wordsOf } from '$lib/schema/worded-error';
import { failureWords } from './failure-words';

/** An import as the page names it. */
interface Import {
  readonly name: Text;
  /** When it was loaded, in milliseconds since 1970. */
  readonly at: number;
}

/** What is loaded of an import, in its own engine. */
interface Loaded extends Import {
  readonly engine: Engine;
  readonly facts: DatasetFacts;
}

/** What the page shows of the last change: exactly one of these at a time. */
type Status =
  | { readonly is: 'first' }
  | { readonly is: 'comparing' }
  | {
      readonly is: 'done';
      readonly before: Import;
      readonly now: Import;
      readonly changes: ImportChanges;
    }
  | { readonly is: 'failed'; readonly message: Text };

/**
 * What changed with the last import of this tab. Only counts are kept; both imports are at hand for
 * the moment in which one takes the place of the other.
 */
class Changes {
  status = $state.raw<Status>({ is: 'first' });
  /** Rises with every comparison, so that one that comes late is not shown. */
  #turn = 0;
  #summaries = new WeakMap<Engine, Promise<ImportSummary>>();

  /** Holds an import against the one it replaces; never rejects. Neither engine may close meanwhile. */
  async compare(before: Loaded, now: Loaded): Promise<void> {
    const turn = ++this.#turn;
    this.status = { is: 'comparing' };
    const show = (status: Status) => {
      if (turn === this.#turn) this.status = status;
    };
    const named = ({ name, at }: Import): Import => ({ name, at });
    try {
      const { importChanges } = await import('./machinery');
      const sides = [];
      for (const { engine, facts } of [before, now])
        sides.push({ engine, facts, summary: await this.#summary(engine, facts) });
      const changes = await importChanges(sides[0]!, sides[1]!);
      show({ is: 'done', before: named(before), now: named(now), changes });
    } catch (error) {
      show({ is: 'failed', message: wordsOf(error) ?? failureWords.changes });
    }
  }

  /** Forgets what was compared. */
  forget(): void {
    this.#turn += 1;
    this.status = { is: 'first' };
  }

  #summary(engine: Engine, facts: DatasetFacts): Promise<ImportSummary> {
    const known =
      this.#summaries.get(engine) ??
      import('./machinery').then(({ importSummary }) => importSummary(engine, facts));
    this.#summaries.set(engine, known);
    return known;
  }
}

/** What changed with the last import of the page. */
export const changes = new Changes();
