import type { Area } from './communities.js';

/** An item of the demonstration: how it is called, and how it lives. Everything about it is made up. */
export interface DemoItem {
  readonly slug: string;
  readonly title: string;
  readonly area: Area;
  /** How much of it is posted, beside the others. */
  readonly weight: number;
  /** Posts that pass it on, for each first post. */
  readonly passedOn: number;
  /** Published so many days after the beginning of the year; negative: before it. */
  readonly published: number;
  /** What is left of the first interest once it has worn off, 0 to 1. */
  readonly evergreen: number;
  readonly promotional: boolean;
  readonly video: boolean;
  /** The day of version 2, of the withdrawal, or of the last post. */
  readonly renewed?: number;
  readonly withdrawn?: number;
  readonly lastPosted?: number;
  /** Published, and never posted. */
  readonly unseen?: boolean;
}

type Life = Partial<Pick<DemoItem, 'renewed' | 'withdrawn' | 'lastPosted' | 'unseen'>>;

function item(
  slug: string,
  title: string,
  area: Area,
  [weight, passedOn, published, evergreen]: readonly [number, number, number, number],
  kind: '' | 'promotional' | 'video' = '',
  life: Life = {},
): DemoItem {
  const kinds = { promotional: kind === 'promotional', video: kind === 'video' };
  return { slug, title, area, weight, passedOn, published, evergreen, ...kinds, ...life };
}

/** Forty. */
export const DEMO_ITEMS: readonly DemoItem[] = [
  item('statin-interactions', 'Statins: drug interactions at a glance', 'cardiology', [100, 0.9, -400, 0.8], 'promotional', { renewed: 190 }),
  item('egfr-dosing', 'Dosing by kidney function: one table', 'general-practice', [92, 1.1, -300, 0.9]),
  item('hf-toolkit', 'Heart failure: the first thirty days', 'cardiology', [88, 0.7, 159, 0.45], 'promotional'),
  item('glp1-switching', 'Switching between GLP-1 receptor agonists', 'endocrinology', [80, 0.8, 40, 0.6], 'promotional'),
  item('lipid-guideline-summary', 'The new lipid guideline in two pages', 'cardiology', [78, 1.3, 235, 0.35]),
  item('copd-inhaler-videos', 'Inhaler technique: six short films', 'pulmonology', [66, 0.5, -200, 0.85], 'video'),
  item('hypo-plan', 'A hypoglycaemia plan to hand out', 'endocrinology', [60, 0.6, -500, 0.9]),
  item('io-toxicity', 'Immune-related adverse events: what to look for, what to do', 'oncology', [58, 1.4, -120, 0.75], '', { renewed: 260 }),
  item('anticoagulant-bridging', 'Anticoagulants around procedures', 'cardiology', [55, 1.2, -250, 0.8]),
  item('migraine-prevention', 'Migraine prevention: choosing with the patient', 'neurology', [50, 0.7, 75, 0.5], 'promotional'),
  item('biologic-screening', 'Screening before a biologic', 'rheumatology', [47, 1.0, -90, 0.7]),
  item('outcome-trial', 'Outcome trial: results for clinicians', 'cardiology', [46, 0.9, 277, 0.2], 'promotional'),
  item('asthma-step-down', 'Stepping down in asthma', 'pulmonology', [42, 0.8, -60, 0.6]),
  item('pump-basics', 'Insulin pumps: basics for the ward', 'endocrinology', [40, 0.6, 120, 0.55], 'video'),
  item('car-t-referral', 'CAR-T: whom to refer, and when', 'oncology', [36, 0.9, 20, 0.5]),
  item('jak-safety', 'JAK inhibitors: safety update', 'rheumatology', [35, 1.1, 205, 0.3], 'promotional'),
  item('af-screening', 'Screening for atrial fibrillation in general practice', 'general-practice', [34, 0.8, -150, 0.65]),
  item('old-starter-chart', 'Starter dose chart', 'endocrinology', [33, 0.5, -220, 0.7], 'promotional', { withdrawn: 288 }),
  item('ms-switching', 'Switching treatments in multiple sclerosis', 'neurology', [30, 0.9, -30, 0.5]),
  item('steroid-taper', 'Tapering steroids', 'rheumatology', [29, 1.0, -340, 0.85]),
  item('breast-adjuvant', 'Adjuvant choices in early breast cancer', 'oncology', [28, 0.8, 182, 0.4], 'promotional'),
  item('pah-pathway', 'Pulmonary arterial hypertension: the referral pathway', 'pulmonology', [25, 0.7, 60, 0.5]),
  item('cgm-reading', 'Reading a glucose profile in five minutes', 'endocrinology', [25, 0.9, -10, 0.8], 'video', { renewed: 300 }),
  item('stroke-window', 'The treatment window after a stroke', 'neurology', [24, 1.2, -280, 0.75]),
  item('vaccines-immunosuppressed', 'Vaccines under immunosuppression', 'general-practice', [23, 1.3, -70, 0.7]),
  item('cardio-onc', 'Heart and cancer treatment: a checklist', 'oncology', [21, 1.1, 140, 0.55]),
  item('gout-flare', 'The gout flare', 'rheumatology', [20, 0.7, -180, 0.8]),
  item('sleep-apnoea', 'Sleep apnoea and blood pressure', 'pulmonology', [18, 0.6, 210, 0.4]),
  item('congress-highlights-spring', 'Highlights of the spring congress', 'cardiology', [18, 0.4, 118, 0.02]),
  item('congress-highlights-autumn', 'Highlights of the autumn congress', 'cardiology', [17, 0.4, 344, 0.02]),
  item('parkinson-ward', 'Parkinson’s disease on the ward', 'neurology', [16, 1.0, -45, 0.7]),
  item('biosimilar-faq', 'Biosimilars: questions that patients ask', 'rheumatology', [15, 0.6, 30, 0.5]),
  item('deprescribing', 'Deprescribing in old age', 'general-practice', [15, 1.5, -110, 0.85]),
  item('nodule-follow-up', 'Following up a lung nodule', 'pulmonology', [13, 0.9, 250, 0.5]),
  item('thyroid-pregnancy', 'Thyroid disease in pregnancy', 'endocrinology', [12, 0.8, -25, 0.6]),
  item('pipeline-news', 'From our pipeline', 'oncology', [8, 0.1, 10, 0.1], 'promotional', { lastPosted: 130 }),
  item('trial-design-poster', 'Poster: design of an outcome trial', 'cardiology', [6, 0.2, -100, 0.1], '', { lastPosted: 88 }),
  item('mechanism-animation', 'Mechanism of action: an animation', 'neurology', [5, 0.2, 55, 0.05], 'video', { lastPosted: 170 }),
  item('practice-billing', 'Billing for practices', 'general-practice', [0, 0, -60, 0], '', { unseen: true }),
  item('device-training', 'Training for the device', 'pulmonology', [0, 0, 150, 0], 'promotional', { unseen: true }),
]; // prettier-ignore
