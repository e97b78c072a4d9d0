/** What became of a post, in one language. */
export interface PostingWords {
  /** Names of the discussions, joined; each may end in a mark of its own. */
  readonly postedIn: (discussions: string) => string;
  readonly seePost: string;
  readonly again: string;
  readonly nobodyPosts: string;
  readonly hostFailed: (reason: string | undefined) => string;
}

export const ENGLISH_POSTING: PostingWords = {
  postedIn: (discussions) => `Posted in ${discussions}${/[.?!]$/.test(discussions) ? '' : '.'}`,
  seePost: 'See the post',
  again: 'Share it once more',
  nobodyPosts: 'This site can’t post this yet. You can copy it instead.',
  hostFailed: (reason) => `It was not posted: ${reason ?? 'the site did not say why.'} Your words are still here.`,
};
