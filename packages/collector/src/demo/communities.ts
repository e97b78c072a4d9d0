export type Area =
  'cardiology' | 'endocrinology' | 'pulmonology' | 'oncology' | 'neurology' | 'rheumatology' | 'general-practice';

/** A community of the demonstration. Its name and its figures are made up. */
export interface DemoCommunity {
  /** Its origin. */
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly funding: string;
  readonly doctors: number;
  /** Part of its posts that stands in rooms of each area; what is missing goes to all alike. */
  readonly rooms: Partial<Readonly<Record<Area, number>>>;
  /** What it counts: posts alone, or reading in crowds as well. */
  readonly count: 'shares' | 'all';
  /** Joined so many days after the beginning, and fell silent so many days before the end. */
  readonly joined?: number;
  readonly silentFor?: number;
  /** Days that a new status list takes to reach it. */
  readonly listDelay: number;
}

/** Twelve, of sizes from a national network to a hospital's own. */
export const DEMO_COMMUNITIES: readonly DemoCommunity[] = [
  { id: 'https://roundtable.example', name: 'Roundtable', country: 'US', funding: 'Paid for by sponsors.', doctors: 118_000, rooms: { cardiology: 0.2, endocrinology: 0.15, oncology: 0.15, 'general-practice': 0.25 }, count: 'all', listDelay: 0 },
  { id: 'https://colloquium.example', name: 'Colloquium', country: 'GB', funding: 'Paid for by advertising.', doctors: 61_000, rooms: { 'general-practice': 0.4, cardiology: 0.15, pulmonology: 0.12 }, count: 'all', listDelay: 0 },
  { id: 'https://kollegenforum.example', name: 'Kollegenforum', country: 'DE', funding: 'Von Anzeigen bezahlt.', doctors: 44_000, rooms: { 'general-practice': 0.3, cardiology: 0.2, rheumatology: 0.1 }, count: 'all', listDelay: 0 },
  { id: 'https://cercle-medical.example', name: 'Cercle médical', country: 'FR', funding: 'Financé par ses membres.', doctors: 27_000, rooms: { 'general-practice': 0.35, neurology: 0.15, oncology: 0.12 }, count: 'shares', listDelay: 1 },
  { id: 'https://cardio-net.example', name: 'Cardio-Net', country: 'US', funding: 'Paid for by a society of cardiologists.', doctors: 14_500, rooms: { cardiology: 0.9 }, count: 'all', listDelay: 0 },
  { id: 'https://circolo-clinico.example', name: 'Circolo clinico', country: 'IT', funding: 'Pagato dagli sponsor.', doctors: 9_800, rooms: { cardiology: 0.25, pulmonology: 0.2, endocrinology: 0.2 }, count: 'all', listDelay: 1 },
  { id: 'https://consulta-abierta.example', name: 'Consulta abierta', country: 'ES', funding: 'Pagado por sus miembros.', doctors: 6_400, rooms: { 'general-practice': 0.5, endocrinology: 0.2 }, count: 'all', silentFor: 63, listDelay: 0 },
  { id: 'https://onc-rounds.example', name: 'Onc Rounds', country: 'CA', funding: 'Paid for by a cancer centre.', doctors: 3_900, rooms: { oncology: 0.92 }, count: 'all', joined: 96, listDelay: 0 },
  { id: 'https://diabetes-exchange.example', name: 'Diabetes Exchange', country: 'AU', funding: 'Paid for by its members.', doctors: 2_300, rooms: { endocrinology: 0.88 }, count: 'all', listDelay: 2 },
  { id: 'https://neuro-salon.example', name: 'Neuro Salon', country: 'CH', funding: 'Paid for by its members.', doctors: 1_100, rooms: { neurology: 0.9 }, count: 'all', listDelay: 0 },
  { id: 'https://ward-talk.example', name: 'Ward Talk', country: 'GB', funding: 'Paid for by a hospital trust.', doctors: 480, rooms: { 'general-practice': 0.3, cardiology: 0.2 }, count: 'all', listDelay: 0 },
  { id: 'https://st-lucas.example', name: 'St Lucas staff room', country: 'NL', funding: 'Paid for by the hospital.', doctors: 190, rooms: { pulmonology: 0.4, cardiology: 0.2 }, count: 'shares', listDelay: 21 },
]; // prettier-ignore
