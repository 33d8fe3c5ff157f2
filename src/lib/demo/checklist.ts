import type { TableWriter } from './table-writer';

/** programme, who answers, when, the ten Child10 scores; n is not applicable, a dot not recorded, x no row */
const answers = [
  ['programme-1', 'self', '2025-04', '3333333333'],
  ['programme-1', 'independent', '2025-09', '32213231.2'],
  ['programme-2', 'self', '2025-11', '333323n3x3'],
  ['programme-2', 'children', '2025-12', '21n11x1011'],
  ['programme-3', 'self', '2022-02', '3223332233'],
  ['programme-3', 'peer', '2024-10', '2212322n22'],
  ['programme-4', 'self', '2023-05', '1122112111'],
  ['programme-4', 'self', '2025-05', '2223213222'],
  ['programme-7', 'funder', '2025-02', '233n22231x'],
] as const;
const proofs: Readonly<Record<string, readonly string[]>> = {
  self: ['statement', 'document', 'none', 'statement', 'data'],
  independent: ['document', 'observed', 'data'],
  children: ['children'],
};

/**
 * Ten items of the Child10 checklist. Planted: a self-assessment of threes against what others saw, an
 * answer older than two years (programme 3, `self`: expired), one answered twice, items not applicable,
 * not recorded and without a row, and threes without evidence.
 */
export function writeChecklist(writer: TableWriter): void {
  answers.forEach(([programme, assessor, assessed, scores], at) =>
    [...scores].forEach((score, i) => {
      if (score === 'x') return;
      const proof = proofs[assessor] ?? ['document', 'statement'];
      writer.add({
        response_key: `answer-${at + 1}-${i + 1}`,
        programme_key: programme,
        instrument: 'child10',
        item: `C10-${String(i + 1).padStart(2, '0')}`,
        assessed,
        score: score === 'n' ? 'na' : score === '.' ? '' : score,
        evidence: /[0n.]/.test(score) ? 'none' : (proof[i % proof.length] ?? ''),
        assessor,
      });
    }),
  );
}
