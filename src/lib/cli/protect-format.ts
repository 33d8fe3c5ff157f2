/** What `protect --help` says of the file it reads. */
export const protectFormat = `rapporteur protect TABLE.json: protects a table, or audits its pattern.

The file holds one table:
  kind             count (people) or magnitude (amounts)
  dims             [{name, groups: {label: [members]}, leaves?, sensitive?}]
                   sensitive: a group of which everybody has one code of this dimension is hidden;
                   some of its zeros are then withheld as well
  cells            [{key, value, contributions?, count?}], one label a dimension in key
                   contributions: what each contributor of an amount gave; the largest two (or n) are
                   enough with count, the number of all. They are never printed
  threshold        counts from 1 to threshold - 1 are sensitive; amounts of fewer contributors
  zeros            published or primary
  level            threshold (default) or exact
  dominance        {p?, n?, k?} for amounts with contributions: the p % rule (10 where nothing is said)
                   and the rule that the n largest gave more than k per cent
  coalition        people of a group who may ask about the rest, for sensitive dimensions (1)
  primary          [key], sensitive instead of small counts
  structuralZeros  [key], impossible cells
  rates            [{num, den, value, percent?, decimals}]
  rounding         {base, method: nearest, random or controlled, secret?}
  linked           [table], further tables of the same people
  suppressed       [key]: audits this pattern

It prints the table with value null where withheld, and audit. Exit code 1 unless the audit is proven.`;
