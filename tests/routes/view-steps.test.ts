import { describe, expect, it } from 'vitest';
import { defaultView, formatView, type View } from '$lib/measure/view';
import { stepWords } from '../../src/routes/filter-bar/step-words';
import { readViews, tidyName, viewsText, withView } from '../../src/routes/filter-bar/view-file';
import { fileSubject } from '../../src/routes/indicators/[id]/file-subject';
import { arrive, begin, goTo } from '../../src/routes/filter-bar/view-steps';

const girls: View = { ...defaultView, where: { gender: ['female'] } };

describe('steps of the view', () => {
  const three = ['a', 'b', 'c'].reduce((h, one) => arrive(h, one, `to ${one}`), begin('', 'start'));

  it('are kept in order with the one that is shown', () => {
    expect(three.steps.map(({ name }) => name)).toEqual(['start', 'to a', 'to b', 'to c']);
    expect(three.at).toBe(3);
    expect(arrive(three, 'c', 'again')).toBe(three);
  });
  it('are walked back and forth without loss, by the buttons and by the browser', () => {
    const back = arrive(goTo(three, 2), 'a', 'unused');
    expect([back.at, back.steps.length]).toEqual([1, 4]);
    expect(arrive(back, 'b', 'unused')).toEqual({ steps: three.steps, at: 2 });
    expect(goTo(three, 9)).toBe(three);
    expect(goTo(three, -1)).toBe(three);
  });
  it('lose what was undone when something else is chosen', () => {
    const other = arrive(goTo(three, 1), 'd', 'to d');
    expect(other.steps.map(({ fragment }) => fragment)).toEqual(['', 'a', 'd']);
    expect(other.at).toBe(2);
  });
  it('forget the oldest after two hundred', () => {
    let history = begin('', 'start');
    for (let i = 0; i < 500; i++) history = arrive(history, String(i), String(i));
    expect(history.steps).toHaveLength(200);
    expect([history.at, history.steps.at(-1)?.fragment]).toEqual([199, '499']);
  });
});

describe('names of steps', () => {
  const named = (after: Partial<View>, before = defaultView) =>
    stepWords(before, { ...before, ...after }, 'en');
  it('say what changed', () => {
    expect(named({ where: { gender: ['female'] } })).toBe('Gender: Girl');
    expect(named({ where: { region: ['R1'] } }, girls)).toBe(
      'Gender: all; Region of registration: R1',
    );
    expect(named({ where: {} }, girls)).toBe('Gender: all');
    expect(named({ period: { kind: 'quarter' } })).toBe('By quarter');
    expect(named({ period: { kind: 'financial', month: 4 } })).toBe('By financial year from April');
    expect(named({ period: { kind: 'year', from: '2023-01' } })).toBe('2023-01 to …, by year');
    expect(named({ mode: 'working' })).toBe('Working view');
    expect(named({ by: [['gender'], ['age_band', 'gender']] })).toMatch(/^Broken down by gender, /);
    expect(named({ options: { unit: 'days' } })).toBe('Definition changed');
    expect(named({ threshold: 5 })).toBe('Threshold 5');
  });
  it('say it in Bokmål', () => {
    const nb = (after: Partial<View>) => stepWords(girls, { ...girls, ...after }, 'nb');
    expect(nb({ where: {} })).toBe('Kjønn: alle');
    expect(nb({ period: { kind: 'financial', month: 4 } })).toBe('Per regnskapsår fra april');
    expect(nb({ by: [['gender']], threshold: 5 })).toBe('Delt etter kjønn; Terskel 5');
  });
  it('say that everything was cleared, in either view', () => {
    const busy: View = { ...girls, period: { kind: 'month' }, mode: 'working' };
    expect(stepWords(busy, { ...defaultView, mode: 'working' }, 'en')).toBe('All filters cleared');
    expect(stepWords(busy, { ...defaultView, mode: 'working' }, 'nb')).toBe('Alle filtre fjernet');
    expect(stepWords({ ...defaultView, mode: 'working' }, defaultView, 'en')).toBe('Release view');
  });
});

describe('a file of named views', () => {
  const views = [
    { name: 'Girls', view: formatView(girls) },
    { name: 'Half-years', view: 'period=half' },
  ];
  it('reads back', () => {
    expect(readViews(viewsText(views))).toEqual(views);
    expect(withView(views, { name: 'Girls', view: '' })).toEqual([
      views[1],
      { name: 'Girls', view: '' },
    ]);
  });
  it('keeps codes alone of a view that somebody edited', () => {
    const text = viewsText([
      { name: '  two\n words ', view: 'where=gender:Anna,female;name:x&period=week' },
      { name: '   ', view: 'period=half' },
    ]);
    expect(readViews(text)).toEqual([{ name: 'two words', view: 'where=gender:female' }]);
    expect(tidyName('x'.repeat(500))).toHaveLength(80);
  });
  it('refuses other files by a reason, without their content', () => {
    expect(readViews('secret, text')).toEqual({ unreadable: 'not_json' });
    for (const other of ['{}', 'null', '[]'])
      expect(readViews(other)).toEqual({ unreadable: 'not_views' });
    expect(readViews(viewsText(views).replace('1', '2'))).toEqual({ unreadable: 'later_version' });
  });
});

it('names files by the view, never by a code that a file brought', () => {
  const view: View = {
    ...girls,
    period: { kind: 'financial', month: 4, from: '2023-04' },
    where: { gender: ['female'], region: ['somewhere'] },
  };
  expect(fileSubject(view, ['age_band'])).toBe(
    'age_band-financial-04-2023-04-to-last-only-gender-only-region',
  );
  expect(fileSubject(defaultView, [])).toBe('');
});
