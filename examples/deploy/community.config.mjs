// /etc/pullquote/community.config.mjs. docs/communities/README.md describes every setting.
export default {
  origin: 'https://forum.example',
  name: 'Grand Round',
  country: 'US',
  readers: 'verified-hcp',
  funding: 'Paid for by its members.',
  dataDir: '/var/lib/pullquote-community',
  publishers: [{ origin: 'https://publisher.example', name: 'Example Pharma' }],
  compose: '/new',
  // Your forum says who is signed in. It is asked on this machine, with the cookie that came with the request.
  member: async (request) => {
    const answer = await fetch('http://127.0.0.1:8080/internal/session', {
      headers: { cookie: request.headers.get('cookie') ?? '' },
      signal: AbortSignal.timeout(2_000),
    });
    if (answer.status !== 200) return null;
    const { memberId, verifiedHcp } = await answer.json();
    return { id: memberId, hcp: verifiedHcp === true };
  },
};
