import type { Issue } from '$lib/schema/issue';
import type { EncodingGuess } from './encoding-guess';
import { nbNumber } from './nb-number';

/** What the bytes above ASCII of a file that is not UTF-8 throughout are. */
export interface EncodingDoubt {
  /** Whole UTF-8 sequences. */
  readonly sequences: number;
  /** Bytes above ASCII outside such sequences, and the first twenty physical lines with one. */
  readonly strays: number;
  readonly lines: readonly number[];
  /** Strays that windows-1252 has no letter for. */
  readonly unassigned: number;
}

const step = 4 << 20;
const noLetter = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Counts bytes above ASCII; a file of two encodings has both kinds. */
export async function encodingDoubt(blob: Blob, signal?: AbortSignal): Promise<EncodingDoubt> {
  let [sequences, strays, unassigned, line, need, previous] = [0, 0, 0, 1, 0, 0];
  const lines: number[] = [];
  const pending: number[] = [];
  const stray = (byte: number) => {
    strays++;
    if (noLetter.has(byte)) unassigned++;
    if (lines.at(-1) !== line && lines.length < 20) lines.push(line);
  };
  const giveUp = () => {
    for (const byte of pending) stray(byte);
    pending.length = need = 0;
  };
  for (let at = 0; at < blob.size; at += step) {
    signal?.throwIfAborted();
    for (const byte of new Uint8Array(await blob.slice(at, at + step).arrayBuffer())) {
      if (need) {
        if (byte >= 0x80 && byte <= 0xbf) {
          pending.push(byte);
          if (--need === 0) {
            sequences++;
            pending.length = 0;
          }
          continue;
        }
        giveUp();
      }
      if (byte >= 0x80) {
        need = byte >= 0xf5 ? 0 : byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
        if (need) pending.push(byte);
        else stray(byte);
      } else if (byte === 13 || (byte === 10 && previous !== 13)) line++;
      previous = byte;
    }
  }
  giveUp();
  return { sequences, strays, lines, unassigned };
}

/** Characters of a UTF-16 file that could not be read: half a pair, half a character at the end. */
export const damagedCharacters = (count: number): Issue => ({
  level: 'warning',
  code: 'damaged-characters',
  count,
  message: {
    en: `${count} ${count === 1 ? 'character' : 'characters'} of the file cannot be read. Export it again.`,
    nb: `${nbNumber(count)} tegn i filen kan ikke leses. Ta uttrekket på nytt.`,
  },
});

/** What a reader must know of a file of two encodings, or of one that is no known text. */
export function doubtIssues(doubt: EncodingDoubt, read: 'utf-8' | 'windows-1252'): Issue[] {
  const { strays, sequences, lines, unassigned } = doubt;
  if (read === 'utf-8')
    return [
      {
        level: 'warning',
        code: 'damaged-characters',
        count: strays,
        lines,
        message: {
          en: `The file is UTF-8 except for ${strays} ${strays === 1 ? 'byte' : 'bytes'}, which cannot be read as letters. Export it again in one encoding.`,
          nb: `Filen er UTF-8 bortsett fra ${nbNumber(strays)} byte, som ikke kan leses som bokstaver. Ta uttrekket på nytt i én tegnkoding.`,
        },
      },
    ];
  const issues: Issue[] = [];
  if (sequences)
    issues.push({
      level: 'warning',
      code: 'mixed-encodings',
      count: sequences,
      message: {
        en: `The file mixes encodings: ${sequences} letters look like UTF-8 in a text that is not, and are read wrongly. Export it again in one encoding.`,
        nb: `Filen blander tegnkodinger: ${nbNumber(sequences)} ${sequences === 1 ? 'bokstav' : 'bokstaver'} ser ut som UTF-8 i en tekst som ikke er det, og leses feil. Ta uttrekket på nytt i én tegnkoding.`,
      },
    });
  if (unassigned)
    issues.push({
      level: 'warning',
      code: 'encoding-doubtful',
      count: unassigned,
      message: {
        en: `${unassigned} ${unassigned === 1 ? 'byte has' : 'bytes have'} no letter in the Western European encoding that is assumed, so other letters may be wrong too. Save the file as UTF-8.`,
        nb: `${nbNumber(unassigned)} byte har ingen bokstav i den vesteuropeiske tegnkodingen som er antatt, så andre bokstaver kan også være feil. Lagre filen som UTF-8.`,
      },
    });
  return issues;
}

/** The file is read as windows-1252, yet its bytes speak for another encoding: the user chooses. */
export const otherEncoding = ({ encoding, reason }: EncodingGuess, count: number): Issue => ({
  level: 'warning',
  code: 'encoding-other',
  count,
  message: {
    en: `The file is read as windows-1252, but ${reason.en}. Choose ${encoding} where the file is read, or save it as UTF-8.`,
    nb: `Filen er lest som windows-1252, men ${reason.nb}. Velg ${encoding} der filen leses, eller lagre den som UTF-8.`,
  },
});
