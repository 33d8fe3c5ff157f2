/**
 * Codes of Norway's reporting on child protection as Statistics Norway publishes them
 * (github.com/statisticsnorway/barn-barnevern-xsd, Kodelister.md) and what they are in the data model.
 */

/** Grounds that speak of trafficking: until 31 December 2025, and from 1 January 2026. */
export const traffickingGrounds = ['27', '2.4.06'] as const;

/** Who made a report. */
export const reporters: Readonly<Record<string, string>> = {
  '1': 'child_self',
  '2': 'family',
  '3': 'family',
  '4': 'public',
  '5': 'child_protection',
  '6': 'local_authority',
  '7': 'child_protection',
  '8': 'police',
  '9': 'education',
  '10': 'health',
  '11': 'education',
  '12': 'education',
  '13': 'health',
  '14': 'health',
  '15': 'health',
  '16': 'local_authority',
  '17': 'health',
  '18': 'shelter',
  '19': 'immigration_asylum',
  '20': 'local_authority',
  '21': 'ngo',
  '22': 'other',
  '23': 'public',
  '24': 'health',
  '25': 'health',
};

/** What became of a report. */
export const reportEnds: Readonly<Record<string, string>> = {
  '1': 'refused',
  '2': 'accepted',
  '3': 'accepted',
  '4': 'accepted',
  '5': 'refused',
  '6': 'refused',
  '7': 'refused',
  '8': 'refused',
  '9': 'refused',
  '10': 'refused',
};

/** Measures that are places to live. */
export const places: Readonly<Record<string, string>> = {
  '1.1': 'residential_general',
  '1.2': 'other',
  '1.99': 'other',
  '2.1': 'kinship',
  '2.2': 'foster',
  '2.3': 'foster_specialised',
  '2.4': 'foster',
  '2.5': 'emergency_home',
  '2.6': 'kinship',
  '2.99': 'other',
  '8.2': 'supported_living',
  '8.4': 'supported_living',
  '8.5': 'supported_living',
};

/** Measures that are help; families of codes by what stands before the point. */
export const help: Readonly<Record<string, string>> = {
  '3': 'family_support',
  '4.1': 'education',
  '4.2': 'education',
  '4.3': 'peer_recreation',
  '4.4': 'financial',
  '4.5': 'family_support',
  '4.6': 'peer_recreation',
  '4.7': 'peer_recreation',
  '4.8': 'education',
  '4.9': 'life_skills',
  '4.99': 'other',
  '5': 'other',
  '5.4': 'substance',
  '6': 'admin_support',
  '7.1': 'health',
  '7.2': 'education',
  '7.3': 'mental_health',
  '7.99': 'other',
  '8.1': 'financial',
  '8.3': 'life_skills',
  '8.99': 'other',
};

/** Why a place to live came to an end: of the measure, then of the move. */
export const placeEnds: Readonly<Record<string, string>> = {
  '1': 'reunified',
  '2': 'turned_18',
  '3': 'other',
  '4': 'other',
};
export const moves: Readonly<Record<string, string>> = {
  '1.1.1': 'planned',
  '1.1.2': 'turned_18',
  '1.1.3': 'provider_request',
  '1.1.4': 'other_need',
  '1.1.5': 'other',
  '1.2.1': 'other_need',
  '1.2.2': 'provider_request',
  '1.2.3': 'other',
  '1.3': 'other',
  '2.1': 'planned',
  '2.2': 'other_need',
  '2.3': 'other_need',
  '2.4': 'turned_18',
  '2.5': 'child_request',
  '2.6': 'other',
  '2.7': 'other',
  '2.8': 'funding',
  '2.9': 'other',
};
