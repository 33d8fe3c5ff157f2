import type { Area } from '$lib/schema/indicator';

/** The areas in the order of a child's path, with their names and what each asks. */
export const areas: readonly {
  readonly id: Area;
  readonly name: string;
  readonly asks: string;
}[] = [
  {
    id: 'identification',
    name: 'Identification',
    asks: 'Is the child seen as a victim, by whom, and which children are not?',
  },
  {
    id: 'protection',
    name: 'Protection and support',
    asks: 'How soon does a child get a referral, a guardian and a safe place?',
  },
  {
    id: 'non-punishment',
    name: 'Non-punishment and non-detention',
    asks: 'Is a child held, charged or punished for what others made it do?',
  },
  {
    id: 'victim-witness',
    name: 'Support as victim-witness',
    asks: 'Is a child who testifies heard with care, and no more often than needed?',
  },
  {
    id: 'recovery',
    name: 'Recovery and reintegration',
    asks: 'Are needs met for long enough, and does exploitation come back?',
  },
  {
    id: 'missing',
    name: 'Missing from care',
    asks: 'How many children in care go missing, how often, and are they found?',
  },
  {
    id: 'funding',
    name: 'Funding',
    asks: 'Are services paid for without gaps, and for longer than a project?',
  },
  {
    id: 'quality',
    name: 'Quality of the data',
    asks: 'How much of what is needed was recorded, and what is done in practice?',
  },
];
