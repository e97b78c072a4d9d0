import type { Preview } from '@pullquote/events';

/** The share dialog's words in one language. */
export interface ShareWords {
  readonly close: string;
  readonly checking: string;
  readonly wholeLabel: string;
  readonly discussion: string;
  readonly find: string;
  readonly membersRead: string;
  readonly privateRead: string;
  readonly looking: string;
  readonly notLoaded: string;
  readonly noneFound: string;
  readonly comment: string;
  readonly commentHint: string;
  readonly excerpts: string;
  readonly noExcerpt: string;
  readonly post: string;
  readonly posting: string;
  readonly postedIn: (discussions: string) => string;
  readonly copyLink: string;
  readonly copyLabel: string;
  readonly linkCopied: string;
  readonly labelCopied: string;
  readonly copyBlocked: string;
  readonly textToCopy: string;
  readonly learn: string;
  readonly tell: string;
  readonly nothingSent: string;
  readonly exactFact: string;
  readonly factStays: string;
  /** What a fact would tell, and when, or why nothing is told. */
  readonly tells: (preview: Preview) => string;
  readonly chooseCommunity: string;
  readonly noCommunity: string;
  readonly refused: Readonly<Record<'new' | 'unverified' | 'one-person' | 'no-discussion' | 'no-resharing', string>>;
  readonly withdrawn: (reason: string) => string;
  readonly nobodyPosts: string;
  readonly hostFailed: (reason: string | undefined) => string;
  readonly notChecked: string;
}

const DEPTH = { 1: 'a first post', 2: 'a reshare of a post', 3: 'a reshare of a reshare, or further on' } as const;
const ACT = { shared: 'shared', reshared: 'reshared', quoted: 'quoted' } as const;

export const ENGLISH_SHARING: ShareWords = {
  close: 'Close',
  checking: 'Checking the source…',
  wholeLabel: 'The whole label, as readers will see it',
  discussion: 'Discussion',
  find: 'Find a discussion',
  membersRead: 'All members can read it',
  privateRead: 'Private: only some members can read it',
  looking: 'Looking…',
  notLoaded: 'The discussions could not be loaded. Search again, or copy the item below.',
  noneFound: 'No discussion found. Try other words.',
  comment: 'Your comment',
  commentHint: 'Your comment is yours; it is not sent to the publisher. Leave out anything that identifies a patient.',
  excerpts: 'Approved excerpt',
  noExcerpt: 'No excerpt: the title and the label only',
  post: 'Post',
  posting: 'Posting…',
  postedIn: (discussions) => `Posted in ${discussions}.`,
  copyLink: 'Copy link',
  copyLabel: 'Copy with label',
  linkCopied: 'Link copied.',
  labelCopied: 'Copied, with its label.',
  copyBlocked: 'This browser did not allow copying. Select the text below.',
  textToCopy: 'Text to copy',
  learn: 'What the publisher will learn',
  tell: 'Tell the publisher',
  nothingSent: 'Nothing will be sent.',
  exactFact: 'The exact fact',
  factStays: 'It goes to this community’s own server, which keeps no name with it.',
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
  chooseCommunity: 'Choose your community. Your comment and where you post it stay there: this page learns neither.',
  noCommunity: 'No community is listed here yet. Copy the link and paste it into a post.',
  refused: {
    new: 'New here: this item can be shared within 15 minutes. Your draft stays.',
    unverified: 'This item cannot be shared: its source could not be verified as current.',
    'one-person': 'This answers one person’s question and cannot be shared.',
    'no-discussion': 'The publisher’s reuse terms do not allow posting this in discussions.',
    'no-resharing': 'The publisher’s reuse terms do not allow sharing this on.',
  },
  withdrawn: (reason) => `This item has been withdrawn. ${reason} It can no longer be shared.`,
  nobodyPosts: 'This site can’t post this yet. You can copy it instead.',
  hostFailed: (reason) => `It was not posted: ${reason ?? 'the site did not say why.'} Your words are still here.`,
  notChecked: 'The source could not be checked. Your words are still here.',
};
