import type { Weighted } from './draw';

/** A made-up body that holds files. */
export interface Organisation {
  readonly key: string;
  readonly type: string;
  /** Columns this body never collects: its rows say `not_asked`. */
  readonly neverAsks: readonly string[];
}

const organisation = (key: string, type: string, ...neverAsks: string[]): Organisation => ({
  key,
  type,
  neverAsks,
});

const police = organisation('org-police-1', 'police', 'disability_any', 'minority_group');
const police2 = organisation('org-police-2', 'police', 'disability_any', 'minority_group');
const protection = organisation('org-cp-1', 'child_protection');
const protection2 = organisation('org-cp-2', 'child_protection');
const protection3 = organisation('org-cp-3', 'child_protection', 'sogiesc_minority');
const ngo = organisation('org-ngo-1', 'ngo');
const ngo2 = organisation('org-ngo-2', 'ngo', 'legal_status');
const asylum = organisation('org-asylum-1', 'immigration_asylum', 'disability_any');
const shelter = organisation('org-shelter-1', 'shelter');
const reception = organisation('org-reception-1', 'reception_centre', 'parental_care');
const hotline = organisation(
  'org-hotline-1', 'hotline', 'disability_any', 'minority_group', 'legal_status', 'documents',
); // prettier-ignore
const health = organisation('org-health-1', 'health', 'legal_status');

/** Who opens the first file of a child of the country, and of a child from abroad. */
export const firstBodies: { readonly home: Weighted<Organisation>; readonly abroad: Weighted<Organisation> } = {
  home: [
    [police, 20], [police2, 8], [protection, 22], [protection2, 14], [protection3, 7], [ngo, 9],
    [ngo2, 5], [shelter, 4], [hotline, 6], [health, 5],
  ],
  abroad: [
    [police, 16], [police2, 8], [protection, 10], [protection2, 6], [protection3, 4], [ngo, 8],
    [ngo2, 5], [asylum, 18], [shelter, 4], [reception, 17], [hotline, 2], [health, 2],
  ],
}; // prettier-ignore

/** Who opens a second or third file. */
export const laterBodies: Weighted<Organisation> = [
  [police, 14], [protection, 24], [protection2, 14], [protection3, 6], [ngo, 16], [ngo2, 8],
  [asylum, 6], [shelter, 10], [health, 2],
]; // prettier-ignore
