/**
 * The labels of an ENUM in the order of its codes, from the type as `DESCRIBE` writes it:
 * `ENUM('girl', 'boy')`; nothing for other types. A quote inside a label is doubled.
 */
export function enumLabels(columnType: string): string[] | undefined {
  if (!/^ENUM\(.*\)$/s.test(columnType)) return undefined;
  return [...columnType.slice(5, -1).matchAll(/'((?:[^']|'')*)'/g)].map(([, label = '']) =>
    label.replaceAll("''", "'"),
  );
}
