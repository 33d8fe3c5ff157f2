import { afterEach, expect, it } from 'vitest';
import type { Released } from '$lib/disclosure/released';
import {
  forgetFigures,
  keepFigure,
  keptFigure,
  mostKept,
} from '../../src/routes/indicators/kept-figures';

const figure = (indicator: string) => ({ indicator }) as Released;
afterEach(forgetFigures);

it('keeps the newest figures and forgets the oldest', () => {
  for (let i = 0; i <= mostKept; i++) keepFigure(`view ${i}`, figure(`${i}`));
  expect(keptFigure('view 0')).toBeNull();
  expect(keptFigure('view 1')?.indicator).toBe('1');
  expect(keptFigure(`view ${mostKept}`)?.indicator).toBe(`${mostKept}`);
});

it('counts a figure that was kept again as new', () => {
  for (let i = 0; i < mostKept; i++) keepFigure(`view ${i}`, figure(`${i}`));
  keepFigure('view 0', figure('again'));
  keepFigure('one more', figure('more'));
  expect(keptFigure('view 0')?.indicator).toBe('again');
  expect(keptFigure('view 1')).toBeNull();
});

it('forgets all at once', () => {
  keepFigure('a', figure('a'));
  forgetFigures();
  expect(keptFigure('a')).toBeNull();
});
