import type { Doctor } from '../store/doctors.js';

/** Invented people. One is not verified: such a member takes part, and is never counted. */
export const DOCTORS: readonly Doctor[] = [
  { id: 'd-okafor', name: 'Dr Amara Okafor', specialty: 'Cardiology', verified: true },
  { id: 'd-tan', name: 'Dr Mei-Ling Tan', specialty: 'Cardiology', verified: true },
  { id: 'd-weiss', name: 'Dr Hannah Weiss', specialty: 'General practice', verified: true },
  { id: 'd-lindqvist', name: 'Dr Jonas Lindqvist', specialty: 'General practice', verified: true },
  { id: 'd-duarte', name: 'Dr Rafael Duarte', specialty: 'Internal medicine', verified: true },
  { id: 'd-novak', name: 'Alex Novak', specialty: 'Registration being checked', verified: false },
];

/** Who may see what left for publishers, and mute one. */
const MODERATORS: ReadonlySet<string> = new Set(['d-lindqvist']);

export function isModerator({ id }: Doctor): boolean {
  return MODERATORS.has(id);
}

export interface SeedForum {
  readonly slug: string;
  readonly name: string;
  readonly about: string;
  readonly specialty: string;
  /** The ids of those who may enter; everyone when absent. */
  readonly only?: readonly string[];
}

export const FORUMS: readonly SeedForum[] = [
  {
    slug: 'cardiology',
    name: 'Cardiology',
    about: 'Rhythm, failure, lipids and everything that keeps the cardiac list long.',
    specialty: 'cardiology',
  },
  {
    slug: 'general-practice',
    name: 'General practice',
    about: 'Ten-minute problems that take longer: shared decisions, interactions, follow-up.',
    specialty: 'general-practice',
  },
  {
    slug: 'cardiology-consultants',
    name: 'Cardiology consultants',
    about: 'For consultants of the regional network. Only its members can read it.',
    specialty: 'cardiology',
    only: ['d-okafor', 'd-tan'],
  },
];
