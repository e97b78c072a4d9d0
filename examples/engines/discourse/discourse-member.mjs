const TIMEOUT_MS = 5_000;

/**
 * Who has sent a request, by Discourse's own session: the member's cookie goes to their own forum, and nothing else of the request
 * does. It fails closed: what Discourse does not plainly say is nobody.
 */
export function discourseMember({ discourse, host, verifiedGroup, fetch = globalThis.fetch }) {
  async function currentUser(request) {
    const cookie = request.headers.get('cookie');
    if (cookie === null || !/(^|;\s*)_t=/.test(cookie)) return null;
    const response = await fetch(`${discourse}/session/current.json`, {
      headers: {
        cookie,
        accept: 'application/json',
        // Discourse serves its own name alone, and redirects what does not come by https.
        'x-forwarded-host': host,
        'x-forwarded-proto': 'https',
        'user-agent': 'pullquote',
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    // Not signed in, or no longer.
    if (response.status === 404 || response.status === 403) return null;
    if (!response.ok) throw new Error(`Discourse answered ${response.status}.`);
    const { current_user: user } = await response.json();
    return Number.isSafeInteger(user?.id) && user.id > 0 ? user : null;
  }

  return {
    memberOf: async (request) => {
      const user = await currentUser(request);
      if (!user) return null;
      const groups = Array.isArray(user.groups) ? user.groups : [];
      return { id: String(user.id), hcp: groups.some(({ name }) => name === verifiedGroup) };
    },
    isModerator: async (request) => {
      const user = await currentUser(request);
      return user?.moderator === true || user?.admin === true;
    },
  };
}
