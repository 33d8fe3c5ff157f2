import { describe, expect, it } from 'vitest';
import { catalogue } from '$lib/indicators/catalogue';
import type { Text } from '$lib/schema/text';

const core = catalogue.filter((indicator) => indicator.core);

/** A whole sentence in both languages, one the other's translation. */
function isSaid({ en, nb }: Text, at: string): void {
  expect(en, at).toMatch(/^\p{Lu}.+\.$/u);
  expect(nb, at).toMatch(/^\p{Lu}.+\.$/u);
  expect(nb, at).not.toBe(en);
}

describe('what competes with a definition', () => {
  it('was looked for in every core indicator', () => {
    expect(core).toHaveLength(27);
    for (const { id, otherDefinitions } of core) expect(otherDefinitions, id).toBeDefined();
  });

  it.each(catalogue.map((indicator) => [indicator.id, indicator] as const))(
    '%s says what each choice changes against the default, and of no other',
    (id, { options, otherDefinitions }) => {
      const told = Object.entries(otherDefinitions?.changes ?? {}).flatMap(([option, choices]) =>
        Object.entries(choices).map(([choice, words]) => {
          isSaid(words, `${id} ${option} ${choice}`);
          return `${option}:${choice}`;
        }),
      );
      const open = options.flatMap(({ id: option, choices }) =>
        choices.slice(1).map((choice) => `${option}:${choice.id}`),
      );
      expect(told.sort()).toEqual(open.sort());
    },
  );

  it('says of each definition elsewhere who uses it and what it would take', () => {
    const all = core.flatMap(({ id, otherDefinitions }) =>
      (otherDefinitions?.elsewhere ?? []).map((other) => [id, other] as const),
    );
    expect(all.length).toBeGreaterThan(25);
    for (const [id, { words, source, needs }] of all) {
      isSaid(words, id);
      expect(source.en, id).toMatch(/^\p{Lu}/u);
      expect(source.nb, id).toMatch(/^\p{Lu}/u);
      for (const text of [needs.en, needs.nb]) {
        expect(text, id).not.toMatch(/\.$/);
        expect(text.length, id).toBeGreaterThan(20);
      }
      expect(needs.nb, id).not.toBe(needs.en);
    }
  });
});
