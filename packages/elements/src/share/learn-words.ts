import type { Preview } from '@pullquote/events';

/** What the publisher will learn, in one language. */
export interface LearnWords {
  readonly tell: string;
  /** What a fact would tell, and when, or why nothing is told. */
  readonly tells: (preview: Preview) => string;
  readonly exactFact: string;
  readonly intro: string;
  readonly what: string;
  readonly item: string;
  readonly version: string;
  readonly depth: string;
  readonly readers: string;
  readonly acts: Readonly<Record<'shared' | 'reshared' | 'quoted' | 'sent-privately', string>>;
  /** By depth, 0 to 3. */
  readonly depths: readonly [string, string, string, string];
  readonly members: string;
  /** What becomes of it on the community's server. */
  readonly stays: string;
  readonly asSent: string;
}

const DEPTH = { 1: 'a first post', 2: 'a reshare of a post', 3: 'a reshare of a reshare, or further on' } as const;
const ACT = { shared: 'shared', reshared: 'reshared', quoted: 'quoted' } as const;

export const ENGLISH_LEARNING: LearnWords = {
  tell: 'Tell the publisher',
  tells: ({ tells, fact }) => {
    const nothing = (why: string) => `Nothing will be sent: ${why}.`;
    switch (tells) {
      case 'post': {
        const act = ACT[fact?.fact as keyof typeof ACT];
        const depth = DEPTH[fact?.depth as keyof typeof DEPTH];
        return `Tomorrow or later: that this item (version ${fact?.version ?? ''}) was ${act} once in a discussion that all members of this community can read, on which day, and that it was ${depth}; with it the community’s address and country. Not who you are, not your words, not which discussion.`;
      }
      case 'crowd':
        return 'Nothing about you alone. After the week closes, your community may tell the publisher roughly how many doctors here did this with the item: a figure blurred by chance, given only when it is large enough.';
      case 'browser-refuses':
        return nothing('your browser asks sites to pass nothing on about you (Global Privacy Control)');
      case 'never':
        return nothing('you asked never to be counted');
      case 'not-counted':
        return nothing('this is not among the things that are counted');
      case 'counts-nothing':
        return nothing('this community counts nothing');
      case 'private':
        return nothing('private sharing is not counted here');
      case 'posts-only':
        return nothing('only posts that all members can read are counted here');
      case 'depth':
        return nothing('a post of this depth is not counted');
      case 'ended':
        return nothing('counting has ended on this page');
      case 'unknown':
        return nothing('this community has not said what it counts');
    }
  },
  exactFact: 'The exact fact',
  intro: 'Your browser tells this community’s own server these things and nothing else:',
  what: 'What happened',
  item: 'Which item',
  version: 'Which version of it',
  depth: 'How far it has come',
  readers: 'Who can read it',
  acts: { shared: 'Shared', reshared: 'Shared on', quoted: 'Quoted', 'sent-privately': 'Sent privately' },
  depths: ['Not in a discussion', 'A first post', 'A reshare of a post', 'A reshare of a reshare, or further on'],
  members: 'All members',
  stays:
    'The server keeps no name with it. A random number goes along so that nothing is counted twice; it is linked to nothing, and never leaves the community.',
  asSent: 'As it is sent',
};
