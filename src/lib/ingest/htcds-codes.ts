/** Picklists of HTCDS 2.0 as `data-model.md` section 4 maps them; labels are told by their letters too. */
export const htcdsCodes = {
  gender: {
    Feminine: 'female',
    Masculine: 'male',
    TransgenderFeminine: 'trans_girl',
    TransgenderMasculine: 'trans_boy',
    NonConforming: 'nonbinary',
  },
  status: {
    PossibleVictimOfTrafficking: 'possible',
    ActualVictimOfTrafficking: 'identified',
    NotAVictimOfTrafficking: 'rejected',
  },
  open: { Active: 'yes', FollowUp: 'yes', Closed: 'no', ClosedReferred: 'no' },
  form: {
    ForcedLabour: 'labour',
    ChildLabour: 'labour',
    SexualExploitation: 'sexual_unspecified',
    ForcedMarriage: 'forced_marriage',
    Servitude: 'domestic_servitude',
    ForcedMilitaryByNonStateActors: 'armed',
    OrganRemoval: 'organ_removal',
    ForcedBegging: 'begging',
    ForcedAdoption: 'illegal_adoption',
    Surrogacy: 'surrogacy',
    Other: 'other',
  },
  sexualForm: {
    Prostitution: 'sexual_prostitution',
    Pornography: 'sexual_csam',
    RemoteInteractiveServices: 'sexual_online',
    PrivateSexualServices: 'sexual_private',
  },
  control: {
    PhysicalThreats: 'threats',
    ThreatsLawEnforcement: 'law_threat',
    'Threats of law enforcement': 'law_threat',
    ThreatensChildrenFamily: 'children',
    DebtBondage: 'debt',
    FalsePromises: 'false_promises',
    PhysicalAbuse: 'physical',
    SexualAbuse: 'sexual',
    TakesEarnings: 'earnings',
    RestrictsFinancialAccess: 'earnings',
    RestrictsMedicalCare: 'medical',
    WithholdsNecessities: 'necessities',
    PsychologicalAbuse: 'psychological',
    PsychoactiveSubstance: 'substances',
    ExcessiveWorkingHours: 'hours',
    WithholdsDocuments: 'papers',
    Other: 'other',
  },
} as const;

/** Words of the picklists for "not known", squashed. */
export const htcdsUnknown = ['nonspecifiedunknown', 'notspecifiedunknown', 'unknown'];
