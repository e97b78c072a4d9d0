/** What may be counted: a closed list (docs/developers/spec/fact.md). Nothing else can become a fact. */

/** One post is exactly one of these; they leave one by one, by the day. */
export const PUBLIC_FACTS = ['shared', 'reshared', 'quoted'] as const;
export type PublicFact = (typeof PUBLIC_FACTS)[number];

/** These leave only as weekly crowd figures. */
export const CROWD_FACTS = [
  'viewed',
  'label-expanded',
  'pi-opened',
  'citation-opened',
  'source-opened',
  'signature-failed',
  'copied',
  'printed',
  'downloaded',
  'saved',
  'e-mailed',
  'sent-privately',
  'share-removed',
  'recall-seen',
  'stale-seen',
  'superseding-opened',
  'ae-link-opened',
  'media-progress.25',
  'media-progress.50',
  'media-progress.75',
  'media-progress.100',
] as const;
/** Crowd facts that are a word by themselves. */
export type PlainFact = Exclude<(typeof CROWD_FACTS)[number], `media-progress.${number}`>;
type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
/** A rule of the linter, `GB-02`. The relay takes only those that exist. */
export type Rule = `${'ALL' | 'GB' | 'EU' | 'DE' | 'FR' | 'IT' | 'ES' | 'US' | 'CA' | 'AU'}-${Digit}${Digit}`;
export type CrowdFact =
  (typeof CROWD_FACTS)[number] | `excerpt.${string}` | `room.${Specialty}` | `share-blocked.${Rule}`;

export type FactCode = PublicFact | CrowdFact;

/** Of the room, never of the member. */
export const SPECIALTIES = [
  'allergy',
  'anaesthesiology',
  'cardiology',
  'dermatology',
  'emergency-medicine',
  'endocrinology',
  'gastroenterology',
  'general-practice',
  'geriatrics',
  'gynaecology',
  'haematology',
  'infectious-diseases',
  'intensive-care',
  'internal-medicine',
  'nephrology',
  'neurology',
  'nuclear-medicine',
  'oncology',
  'ophthalmology',
  'orthopaedics',
  'otolaryngology',
  'paediatrics',
  'pathology',
  'pharmacology',
  'psychiatry',
  'public-health',
  'pulmonology',
  'radiology',
  'rheumatology',
  'surgery',
  'urology',
  'other',
] as const;
export type Specialty = (typeof SPECIALTIES)[number];

/** Who can read a discussion, as its host says. */
export type Visibility = 'members' | 'restricted';

const EXCERPT = /^excerpt\.[A-Za-z0-9-]{1,32}$/;
const BLOCKED = /^share-blocked\.(ALL|GB|EU|DE|FR|IT|ES|US|CA|AU)-\d\d$/;

export type Lane = 'public' | 'crowd';

/** The lane of a fact code, or undefined when the code is not in the vocabulary. */
export function laneOf(code: string): Lane | undefined {
  if ((PUBLIC_FACTS as readonly string[]).includes(code)) return 'public';
  const crowd =
    (CROWD_FACTS as readonly string[]).includes(code) ||
    EXCERPT.test(code) ||
    BLOCKED.test(code) ||
    (code.startsWith('room.') && (SPECIALTIES as readonly string[]).includes(code.slice(5)));
  return crowd ? 'crowd' : undefined;
}
