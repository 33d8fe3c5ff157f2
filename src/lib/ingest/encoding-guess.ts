import type { Text } from '$lib/schema/text';
import type { Dialect } from './import-report';

/** Bytes above ASCII at words of a file, by their value: between two ASCII letters, and at an edge. */
export interface ByteContexts {
  readonly inside: Uint32Array;
  readonly edge: Uint32Array;
  /** Bytes 0xA4 beside a digit, a blank or an end, as a sign of money stands. */
  readonly money: number;
}

/** Another encoding that the bytes speak for, and why. */
export interface EncodingGuess {
  readonly encoding: Dialect['encoding'];
  readonly reason: Text;
}

/** Letters beyond ASCII of languages that are written in ISO-8859-2 and windows-1250. */
const central: readonly (readonly [Text, string])[] = [
  [{ en: 'Polish', nb: 'polsk' }, 'ąćęłńóśźż'],
  [{ en: 'Czech', nb: 'tsjekkisk' }, 'áčďéěíňóřšťúůýž'],
  [{ en: 'Slovak', nb: 'slovakisk' }, 'áäčďéíĺľňóôŕšťúýž'],
  [{ en: 'Hungarian', nb: 'ungarsk' }, 'áéíóöőúüű'],
  [{ en: 'Croatian or Slovene', nb: 'kroatisk eller slovensk' }, 'čćđšž'],
  [{ en: 'Romanian', nb: 'rumensk' }, 'ăâîşţ'],
];

/** Those of languages written in windows-1252, each with letters that names from elsewhere bring. */
const western = [
  'æøåòäö',
  'åäöšž',
  'äöüßà',
  'âëîïùûÿœæ',
  'ªº',
  'ãõâ',
  'ìòùî',
  'ëïöâ',
  'ýþðæö',
  'ïò',
  'âîûëïö',
].map((own) => new Set(both(`${own}éèáàíóúüñçôê`)));
/** Estonian has the õ of Hungarian too, and none of its á, í, ó, ú. */
const known = [...western, new Set(both('õäöüšžé'))];

/** Fewer bytes than this prove nothing, nor does one value alone that is a letter in windows-1252. */
const fewest = 3;
const [mostForeign, leastUnexplained, leastOwn] = [0.02, 0.05, 0.05];

function both(letters: string): string {
  return letters + letters.toUpperCase();
}

const letter = /\p{L}/u;
const signs = new Map<string, readonly string[]>();

/** The signs of the 256 bytes in an encoding. */
function signsOf(encoding: string): readonly string[] {
  const before = signs.get(encoding);
  if (before) return before;
  const decoder = new TextDecoder(encoding);
  const made = Array.from({ length: 256 }, (_, byte) =>
    // As a stream: decoded at once, Node 20 takes windows-1252 for ISO-8859-1.
    decoder.decode(new Uint8Array([byte]), { stream: true }),
  );
  signs.set(encoding, made);
  return made;
}

/**
 * The encoding that bytes above ASCII speak for, where they speak for another than windows-1252: words of
 * a Central European language that no Western one explains, or euro signs where ISO-8859-15 has them. Null
 * where windows-1252 explains them, or where they are too few to tell.
 */
export function guessEncoding({ inside, edge, money }: ByteContexts): EncodingGuess | null {
  const here = signsOf('windows-1252');
  const bytes = [...inside.keys()]
    .slice(128)
    .map((byte) => ({ byte, in: inside[byte] ?? 0, out: edge[byte] ?? 0 }))
    .filter((one) => one.in + one.out > 0);
  const isLetter = (sign: string | undefined) => letter.test(sign ?? '');
  /** Bytes that a Western language leaves unexplained: foreign letters, and signs between two letters. */
  const open = (own: ReadonlySet<string>) =>
    bytes.flatMap(({ byte, in: within, out }) => {
      const sign = here[byte] ?? '';
      const rest = isLetter(sign) ? (own.has(sign) ? 0 : within + out) : within;
      return rest ? [{ count: rest, odd: !isLetter(sign) }] : [];
    });
  const total = (list: readonly { readonly count: number }[]) =>
    list.reduce((sum, { count }) => sum + count, 0);
  const count = bytes.reduce((sum, one) => sum + one.in + one.out, 0);
  const best = known.map(open).sort((a, b) => total(a) - total(b))[0] ?? [];
  const proved = best.length > 1 || best.some(({ odd }) => odd);
  if (proved && total(best) >= Math.max(fewest, count * leastUnexplained)) {
    const found = central
      .flatMap(([language, letters]) =>
        (['windows-1250', 'iso-8859-2'] as const).map((encoding) => {
          const there = signsOf(encoding);
          const set = new Set(both(letters));
          let [fits, foreign, own] = [0, 0, 0];
          const seen = new Set<string>();
          for (const { byte, in: within, out } of bytes) {
            const sign = there[byte] ?? '';
            if (set.has(sign)) {
              fits += within + out;
              if (sign !== here[byte]) own += within + out;
              seen.add(sign);
            } else foreign += isLetter(sign) ? within + out : within;
          }
          return { language, encoding, fits, foreign, own, seen };
        }),
      )
      .filter(
        ({ fits, foreign, own }) =>
          foreign <= fits * mostForeign && own >= Math.max(fewest, fits * leastOwn),
      )
      .sort((a, b) => a.foreign - b.foreign || b.fits - a.fits)[0];
    if (found) {
      const shown = [...found.seen].slice(0, 6).join(', ');
      return {
        encoding: found.encoding,
        reason: {
          en: `its letters are those of ${found.language.en} in ${found.encoding} (${shown})`,
          nb: `bokstavene er de i ${found.language.nb} i ${found.encoding} (${shown})`,
        },
      };
    }
  }
  const ownSigns = bytes.some(({ byte }) => byte < 0xa0);
  if (money >= fewest && !ownSigns)
    return {
      encoding: 'iso-8859-15',
      reason: {
        en: 'a byte that is the euro sign in iso-8859-15 stands where sums of money have it',
        nb: 'en byte som er eurotegnet i iso-8859-15, står der beløp har det',
      },
    };
  return null;
}
