/** What Bluesky's server answers for one post; its shape is app.bsky.feed.getPostThread's. */
export function blueskyThread(text: string, avatar?: string): string {
  const did = 'did:plc:ragtjsm2j2vknwkz3zp4oxrd';
  return JSON.stringify({
    thread: {
      $type: 'app.bsky.feed.defs#threadViewPost',
      post: {
        uri: `at://${did}/app.bsky.feed.post/3kj2umze7zj2n`,
        cid: 'bafyreib2rxk3rh6kzwq',
        author: { did, handle: 'publisher.example', displayName: 'Parke-Davis / Pfizer', avatar, labels: [] },
        record: { $type: 'app.bsky.feed.post', text, createdAt: '2014-01-13T00:00:00Z' },
        replyCount: 1,
        repostCount: 2,
        likeCount: 3,
        indexedAt: '2014-01-13T00:00:00Z',
        labels: [],
      },
    },
  });
}
