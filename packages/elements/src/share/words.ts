/** The share dialog's words in one language. What loads later has words of its own. */
export interface ShareWords {
  readonly close: string;
  readonly checking: string;
  readonly wholeLabel: string;
  readonly comment: string;
  readonly commentHint: string;
  readonly discussion: string;
  readonly find: string;
  readonly membersRead: string;
  readonly privateRead: string;
  readonly directRead: string;
  readonly looking: string;
  readonly notLoaded: string;
  readonly noneFound: string;
  /** The reuse terms keep the item from this place, or from all of them. */
  readonly notAllowed: string;
  readonly excerpts: string;
  readonly noExcerpt: string;
  readonly tie: string;
  readonly tieUnsaid: string;
  /** Stand in the post as the doctor's own sentence. */
  readonly noTie: (sponsor: string) => string;
  readonly aTie: (sponsor: string) => string;
  readonly tieHint: string;
  readonly choose: string;
  readonly post: string;
  readonly posting: string;
  readonly discard: string;
  readonly discarded: string;
  readonly undo: string;
  readonly moreWays: string;
  readonly learn: string;
  readonly nothingSent: string;
  readonly notChecked: string;
}

export const ENGLISH_SHARING: ShareWords = {
  close: 'Close',
  checking: 'Checking the source…',
  wholeLabel: 'The whole label, as readers will see it',
  comment: 'Your comment',
  commentHint: 'Your comment is yours; it is not sent to the publisher. Leave out anything that identifies a patient.',
  discussion: 'Discussion',
  find: 'Find a discussion',
  membersRead: 'All members can read it',
  privateRead: 'Private: only some members can read it',
  directRead: 'Direct message: only its receivers can read it',
  looking: 'Looking…',
  notLoaded: 'This could not be loaded. Please try again.',
  noneFound: 'No discussion found. Try other words.',
  notAllowed: 'The publisher’s reuse terms do not allow posting this in discussions.',
  excerpts: 'Approved excerpt',
  noExcerpt: 'No excerpt: the title and the label only',
  tie: 'Your tie to the sponsor',
  tieUnsaid: 'Say nothing about it',
  noTie: (sponsor) => `I have no tie to ${sponsor}.`,
  aTie: (sponsor) => `I have a tie to ${sponsor}.`,
  tieHint: 'It stands in your post, below your comment, and nowhere else. It is not sent to the publisher.',
  choose: 'Choose a discussion first.',
  post: 'Post',
  posting: 'Posting…',
  discard: 'Discard draft',
  discarded: 'Draft discarded.',
  undo: 'Undo',
  moreWays: 'More ways to share',
  learn: 'What the publisher will learn',
  nothingSent: 'Nothing will be sent.',
  notChecked: 'The source could not be checked. Your words are still here.',
};
