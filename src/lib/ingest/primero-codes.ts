/** Ids of the lookups of Primero as `data-model.md` section 4 maps them; labels are told by their letters too. */
export const primeroCodes = {
  sex: { female: 'female', male: 'male' },
  open: { open: 'yes', closed: 'no' },
  closure: {
    death_of_child: 'deceased',
    formal_closing: 'other',
    not_seen_during_verification: 'contact_lost',
    repatriated: 'returned',
    transferred: 'transferred',
    other: 'other',
  },
  accompaniment: { unaccompanied: 'unaccompanied', separated: 'separated' },
  /** A concern that is a form of exploitation. */
  form: { sexually_exploited: 'sexual_unspecified', caafag: 'armed' },
  service: {
    safehouse_service: 'shelter',
    health_medical_service: 'health',
    psychosocial_service: 'mental_health',
    police_other_service: 'safety',
    legal_assistance_service: 'legal',
    livelihoods_service: 'livelihood',
    child_protection_service: 'other',
    family_mediation_service: 'family_support',
    // Spelt so in the software.
    family_seunification_service: 'reunification',
    family_reunification_service: 'reunification',
    education_service: 'education',
    nfi_clothes_shoes_service: 'basic',
    water_sanitation_service: 'basic',
    food_service: 'basic',
    registration_service: 'admin_support',
    other_service: 'other',
  },
} as const;

/** Kinds of follow-up that say in which phase the child is; their labels are longer than their ids. */
export const primeroPhases = {
  after_reunification: 'aftercare',
  'Follow up After Reunification': 'aftercare',
  in_care: 'care',
  'Follow up in Care': 'care',
} as const;

/** Follow-ups on a service or an assessment happen in any phase. */
export const primeroAnyPhase = ['forservice', 'forassesment', 'forassessment', 'followupforservice', 'followupforassessment']; // prettier-ignore

/** Concerns of the published lookup that say nothing of exploitation, squashed. */
export const primeroOtherConcerns = [
  'gbvsurvivor',
  'statelessness',
  'arresteddetained',
  'migrant',
  'disabled',
  'serioushealthissue',
  'refugee',
  'streetchild',
  'childmother',
  'physicallyormentallyabused',
  'livingwithvulnerableperson',
  'childheadedhousehold',
  'mentallydistressed',
  'other',
];

/** Concerns of which a part is exploitation and a part is not, squashed. */
export const primeroMixedConcerns = ['traffickedsmuggled', 'worstformsofchildlabor'];
