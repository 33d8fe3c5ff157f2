import { dataset } from '$lib/state/dataset.svelte';
import { leaving } from '$lib/state/leaving.svelte';
import { leftFiguresWords } from '../data/left-figures-words';
import { historyWords } from '../filter-bar/history-words';
import { interfaceLanguages } from '../languages';
import { cover } from '../session/cover.svelte';
import { endedSession } from '../session/end-session.svelte';
import { words as sessionWords } from '../session/words';
import { current } from '../view.svelte';
import { words } from '../words';
import { both } from './both';
import type { Entry } from './entry';
import { paletteWords } from './palette-words';

type Action = Omit<Entry, 'kind' | 'code'>;

function views(): Action[] {
  const say = current.say(paletteWords);
  return (['working', 'release'] as const).map((mode) => ({
    ...both(paletteWords, (one) => one[mode]),
    note: current.view.mode === mode ? say.now : '',
    said: say[mode],
    act: () => void current.change({ mode }),
  }));
}

function steps(): Action[] {
  const told = current.say(historyWords);
  const { step, steps: all } = current;
  const last = step > 0 ? all[step] : undefined;
  const next = all[step + 1];
  return [
    ...(last
      ? [
          {
            ...both(paletteWords, ({ undo }) => undo),
            note: last.name,
            said: told.undone(last.name),
            act: () => void current.toStep(step - 1),
          },
        ]
      : []),
    ...(next
      ? [
          {
            ...both(paletteWords, ({ redo }) => redo),
            note: next.name,
            said: told.redone(next.name),
            act: () => void current.toStep(step + 1),
          },
        ]
      : []),
  ];
}

function session(): Action[] {
  const say = current.say(paletteWords);
  const { sure, yes, no } = current.say(sessionWords);
  return [
    {
      ...both(sessionWords, (one) => one.cover),
      act: () => cover.hide(),
    },
    ...(dataset.facts
      ? [
          {
            ...both(paletteWords, ({ clear }) => clear),
            question: { text: say.sureClear, yes: say.yesClear, no },
            act: () => void dataset.clear(),
          },
        ]
      : []),
    {
      ...both(sessionWords, ({ wipe }) => wipe),
      question: { text: sure, yes, no },
      act: () => void endedSession.wipe(),
    },
  ];
}

/** Only where something left: without that every release is a new one. */
function release(): Action[] {
  if (!leaving.lines.length) return [];
  const say = current.say(paletteWords);
  const { no } = current.say(sessionWords);
  return [
    {
      ...both(paletteWords, ({ anew }) => anew),
      question: { text: current.say(leftFiguresWords).anewNote, yes: say.yesAnew, no },
      said: say.begun,
      act: () => leaving.startAnew(),
    },
  ];
}

/** What can be done now from everywhere: the view, its last change, the language, the session. */
export const actions = (): readonly Entry[] =>
  [
    ...(dataset.facts ? [...views(), ...steps(), ...release()] : []),
    ...(dataset.canUndo
      ? [{ ...both(words, ({ dataBefore }) => dataBefore), act: () => void dataset.undo() }]
      : []),
    ...interfaceLanguages.map(({ code, name }) => ({
      ...both(paletteWords, ({ language }) => language(name)),
      note: current.languages.ui === code ? current.say(paletteWords).now : '',
      act: () => void current.readAs({ ui: code }),
    })),
    ...session(),
  ].map((action) => ({ kind: 'action', code: '', ...action }));
