import { parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';

type Node = Record<string, unknown> & { type?: string };

const components = import.meta.glob<string>('../../src/routes/**/*.svelte', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const wordFiles = import.meta.glob<Record<string, unknown>>('../../src/routes/**/*words.ts', {
  eager: true,
});

/** What is the same in every language: the name of the app, a command to type. */
const same = new Set(['Rapporteur', 'rapporteur statistics']);
const spoken = new Set(['aria-label', 'title', 'alt', 'placeholder', 'label']);

/** Words of a component that do not come from a file of words: text, spoken attributes, sentences in code. */
function wordsInMarkup(source: string): string[] {
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (!node || typeof node !== 'object') return;
    const { type, data, value, name } = node as Node;
    if (type === 'Text' && /\p{L}{2}/u.test(String(data))) found.push(String(data).trim());
    if (type === 'Literal' && typeof value === 'string' && /\p{L}{2,},? \p{L}{2,}/u.test(value))
      found.push(value);
    if (type === 'TemplateElement') {
      const { cooked } = value as { cooked: string };
      if (/\p{L}{2,},? \p{L}{2,}/u.test(cooked)) found.push(cooked);
    }
    if (type === 'Attribute' && !spoken.has(String(name))) return;
    for (const [key, part] of Object.entries(node)) if (key !== 'css') walk(part);
  };
  const { fragment, instance } = parse(source, { modern: true });
  walk(fragment);
  walk(instance?.content);
  return found.filter((text) => !same.has(text));
}

/** Every string of `en` beside that of `nb`, with where it stands. */
function pairs(en: unknown, nb: unknown, at: string): [string, string, string][] {
  if (typeof en === 'string') return [[at, en, String(nb)]];
  if (typeof en !== 'object' || en === null) return [];
  expect(Object.keys(nb as object).sort(), at).toEqual(Object.keys(en).sort());
  return Object.entries(en).flatMap(([key, one]) =>
    pairs(one, (nb as Record<string, unknown>)[key], `${at}.${key}`),
  );
}

describe('the words of the interface', () => {
  it('stand in files of words, not in components', () => {
    const found = Object.entries(components).flatMap(([file, source]) =>
      wordsInMarkup(source).map((text) => `${file.replace('../../src/routes/', '')}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('are found by this test where they do stand in a component', () => {
    const source = `<script>const a = 'two words';</script><p class="no words" title="said">{a ? \`in a \${a} place\` : ''}text</p>`;
    expect(wordsInMarkup(source).sort()).toEqual(['said', 'text', 'two words']);
  });

  it('are whole in both languages', () => {
    let met = 0;
    for (const [file, exports] of Object.entries(wordFiles))
      for (const [name, words] of Object.entries(exports)) {
        const { en, nb } = (words ?? {}) as Record<string, unknown>;
        if (!en || !nb) continue;
        for (const [at, english, norwegian] of pairs(en, nb, `${file} ${name}`)) {
          met += 1;
          expect(norwegian.trim(), at).not.toBe('');
          // Two languages share a word or a name, hardly a sentence.
          if (/\p{L}+ \p{L}+ \p{L}+/u.test(english)) expect(norwegian, at).not.toBe(english);
        }
      }
    expect(met).toBeGreaterThan(100);
  });
});
