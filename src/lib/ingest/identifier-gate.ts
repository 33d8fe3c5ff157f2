import type { Text } from '$lib/schema/text';
import { contentFinding } from './identifier-content';
import { identifierWords, thingWords, type IdentifierKind } from './identifier-words';
import type { IdentifierFinding } from './import-report';
import type { Binding } from './map-columns';
import { headerForm, squashed } from './normal-form';
import type { ValueShape } from './value-formats';

/** What the gate may look at. */
export interface GateInput {
  readonly header: readonly string[];
  /** The same without the groups of a form, where the file is the export of one. */
  readonly names?: readonly string[];
  /** Cells of the sample by column. */
  readonly cells: readonly (readonly string[])[];
  readonly shapes: readonly ValueShape[];
  /** Records of the whole file with an at sign, by column. */
  readonly atSigns: Uint32Array;
  readonly bindings: readonly Binding[];
  /** Headers that the user or the recipe drops. */
  readonly drops: readonly string[];
  /** Identifiers that an adapter drops or generalises itself; null when no adapter reads the file. */
  readonly handled: readonly IdentifierFinding[] | null;
}

/**
 * Finds columns that could point to a person: by their header, then by their content. Each one keeps
 * the file out (`stops`) unless the user dropped it or an adapter handles it.
 */
export function identifierGate(input: GateInput): readonly IdentifierFinding[] {
  if (input.handled) return adapterFindings(input.header, input.handled);
  const latest = latestYear(input);
  return input.header.flatMap((column, slot): IdentifierFinding[] => {
    const binding = input.bindings.find((one) => one.slot === slot);
    const cells = input.cells[slot] ?? [];
    const shape = input.shapes[slot];
    const bare = input.names?.[slot] ?? column;
    const own = binding?.field.name === bare.trim().toLowerCase();
    const kind = own ? null : (byHeader(bare) ?? byHeader(column));
    const text = !binding || binding.column.type === 'string';
    const content =
      shape && (text || input.atSigns[slot])
        ? contentFinding(cells, shape, input.atSigns[slot] ?? 0)
        : null;
    const harmless =
      content?.kind === 'free text' && own && binding?.column.deidentification === 'P';
    const birth = !binding && !kind && shape ? birthDates(cells, shape, latest) : null;
    const found = kind
      ? {
          kind,
          reason: { en: 'the name of the column says so', nb: 'navnet på kolonnen sier det' },
        }
      : harmless
        ? birth
        : (content ?? birth);
    if (!found) return [];
    const dropped = input.drops.includes(column);
    return [{ column, ...found, handling: dropped ? 'dropped' : 'stops' }];
  });
}

const notRead: Text = {
  en: 'the adapter does not read this column',
  nb: 'denne kolonnen leses ikke for denne typen uttrekk',
};

/** An adapter reads the columns it knows and no other, so whatever else is there stays out. */
function adapterFindings(
  header: readonly string[],
  handled: readonly IdentifierFinding[],
): readonly IdentifierFinding[] {
  return header.flatMap((column): IdentifierFinding[] => {
    const own = handled.find((finding) => finding.column === column);
    if (own) return [own];
    const kind = byHeader(column);
    return kind ? [{ column, kind, handling: 'dropped', reason: notRead }] : [];
  });
}

function byHeader(header: string): IdentifierKind | null {
  const form = headerForm(header);
  for (const { kind, whole, part } of identifierWords) {
    if (whole.split('|').includes(form) && form) return kind;
    if (part.split('|').some((phrase) => squashed(phrase) === squashed(form))) return kind;
    if (!part.split('|').some((phrase) => ` ${form} `.includes(` ${phrase} `))) continue;
    if (kind === 'name' && form.split(' ').some((word) => thingWords.has(word))) continue;
    return kind;
  }
  return /(^| )(lat|long|lng)$/.test(form) && form.includes(' ') ? 'coordinates' : null;
}

const yearIn = (cell: string): number => Number(/(?:19|20)\d{2}/.exec(cell)?.[0] ?? NaN);

function latestYear({ cells, shapes }: GateInput): number {
  let latest = 0;
  cells.forEach((column, slot) => {
    const shape = shapes[slot];
    if (
      !shape ||
      (shape.iso + shape.yearFirst + shape.dmy + shape.mdy + shape.open) * 2 < shape.filled
    )
      return;
    for (const cell of column) latest = Math.max(latest, yearIn(cell) || 0);
  });
  return latest;
}

const monthEnd = /(^|\D)(28|29|30|31)(\D|$)/;

/**
 * Exact dates that lie, for half of the records, eight years or more before the latest of the file.
 * Dates that all stand at the end of a month are those of periods: nobody is born on such days alone.
 */
function birthDates(cells: readonly string[], shape: ValueShape, latest: number) {
  const days = shape.iso + shape.yearFirst + shape.dmy + shape.mdy + shape.open;
  if (!days || days * 10 < shape.filled * 9) return null;
  const filled = cells.filter((cell) => cell.trim());
  if (filled.length >= 12 && filled.every((cell) => monthEnd.test(cell))) return null;
  const years = cells
    .map(yearIn)
    .filter((year) => year > 0)
    .sort((a, b) => a - b);
  const middle = years[years.length >> 1] ?? latest;
  return years.length >= 3 && latest - middle >= 8
    ? {
        kind: 'birth date' as const,
        reason: {
          en: 'the dates lie as far back as birth dates do',
          nb: 'datoene ligger så langt tilbake som fødselsdatoer gjør',
        },
      }
    : null;
}
