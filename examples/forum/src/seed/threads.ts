export interface SeedThread {
  readonly forum: string;
  readonly title: string;
  readonly posts: readonly { readonly author: string; readonly daysAgo: number; readonly words: string }[];
}

/** Invented discussions, oldest first: the order in which they are added is the order in which they are read. */
export const THREADS: readonly SeedThread[] = [
  {
    forum: 'cardiology-consultants',
    title: 'Out-of-hours cover for temporary pacing: who goes where?',
    posts: [
      {
        author: 'd-tan',
        daysAgo: 12,
        words: `Since the smaller unit stopped overnight procedures we have had three transfers that could have waited, and one that could not.

I would like one page that says which patients move at night and which are kept on drugs until the morning. Who has something we can start from?`,
      },
      {
        author: 'd-okafor',
        daysAgo: 11,
        words: `Ours is half a page: persistent syncope, ventricular pauses or failure of drug treatment move; everyone else is discussed by phone and seen first on the morning list.

Most of the trouble was never the rule but finding the phone number. Put that at the top.`,
      },
    ],
  },
  {
    forum: 'general-practice',
    title: 'Journal club with the whole practice: how do you keep it to half an hour?',
    posts: [
      {
        author: 'd-lindqvist',
        daysAgo: 9,
        words: `We restarted ours with nurses and the pharmacist in the room. Good talk, but we never get past the methods.

Does anyone have a format that ends with something we would do differently on Monday?`,
      },
      {
        author: 'd-duarte',
        daysAgo: 9,
        words: `One person reads the paper beforehand, everyone else only gets three lines: who was studied, compared with what, and the absolute difference.

Ten minutes on "are these our patients?", ten on harms, ten on what changes. If nothing changes we write that down too.`,
      },
      {
        author: 'd-weiss',
        daysAgo: 8,
        words: `We also ask who paid for it before we read the results, not after. It is quicker, and less awkward than it sounds.`,
      },
    ],
  },
  {
    forum: 'cardiology',
    title: 'New AF with a systolic of 95: what do you reach for first?',
    posts: [
      {
        author: 'd-duarte',
        daysAgo: 6,
        words: `A recurring one on our take: fast AF, warm and talking, systolic in the nineties, function unknown until someone scans.

I am reluctant to start a beta blocker blind. Digoxin feels slow. What is your default while you wait for the echo?`,
      },
      {
        author: 'd-okafor',
        daysAgo: 6,
        words: `Treat what is driving it first: fluid, sepsis, potassium and magnesium. Half of them slow down on that alone.

If I must act before the scan: small oral doses of a beta blocker with someone watching, and cardioversion if they stop talking to me.`,
      },
      {
        author: 'd-tan',
        daysAgo: 5,
        words: `Agree. And somebody with a handheld probe beats any protocol here. Two minutes for "is this ventricle any good" changes the next hour.`,
      },
    ],
  },
  {
    forum: 'general-practice',
    title: 'Aches on a statin, CK normal: how do you go about the rechallenge?',
    posts: [
      {
        author: 'd-weiss',
        daysAgo: 4,
        words: `Three of these in one week. Symmetrical aches, normal CK, thyroid fine, all of them convinced, and all of them with good reason to be on a statin.

I stop for a few weeks, then restart low and write down symptoms on both sides. How long do you leave the gap, and do you go back to the same drug?`,
      },
      {
        author: 'd-lindqvist',
        daysAgo: 4,
        words: `Four weeks off, then half the dose of the same one. A diary in both phases helps more than anything I say: several of mine ached just as much in the weeks without.

Before that I look through the rest of the list. Twice it was an interacting drug that someone else had started.`,
      },
      {
        author: 'd-duarte',
        daysAgo: 3,
        words: `The same here on the wards. The drug list is longer than the history, and the antifungal for the nail is never mentioned.`,
      },
    ],
  },
  {
    forum: 'general-practice',
    title: 'What do you ask about over-the-counter painkillers in patients on anticoagulants?',
    posts: [
      {
        author: 'd-lindqvist',
        daysAgo: 3,
        words: `"Do you take anything else?" gets me a no. "What do you take when your knee hurts?" gets me ibuprofen, from a cupboard, most days.

I have started to read out the active ingredients with them. Other ways to ask?`,
      },
      {
        author: 'd-weiss',
        daysAgo: 2,
        words: `I ask them to bring the boxes. Two products with the same ingredient under two names is the commonest surprise, and the label explains it better than I can.`,
      },
    ],
  },
  {
    forum: 'cardiology',
    title: 'Atorvastatin and a week of clarithromycin: stop, lower or switch the antibiotic?',
    posts: [
      {
        author: 'd-tan',
        daysAgo: 2,
        words: `Comes up on every respiratory round. High-dose atorvastatin after an infarct, now a macrolide for a week, and three opinions at the bedside.

I usually ask for another antibiotic. If it has to be clarithromycin I pause the statin for the course and put the restart date on the chart. What do you do?`,
      },
      {
        author: 'd-okafor',
        daysAgo: 1,
        words: `Same. The pause is harmless, the forgotten restart is not. I would like the table of interacting drugs at hand rather than a rule from memory: the limits differ from drug to drug.`,
      },
      {
        author: 'd-weiss',
        daysAgo: 1,
        words: `From the other end: half of those letters reach us without the restart date. Please write it, and write why.`,
      },
    ],
  },
];
