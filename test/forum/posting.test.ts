import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openForum, ORIGIN, signIn, type Member, type TestForum } from './member.js';

let forum: TestForum;
let consultant: Member;
let practitioner: Member;
let room: string;
let hidden: string;
beforeAll(async () => {
  forum = openForum();
  consultant = await signIn(forum.app, 'd-okafor');
  practitioner = await signIn(forum.app, 'd-weiss');
  const threads = await consultant.threads();
  room = threads.find(({ visibility }) => visibility === 'members')?.id ?? '';
  hidden = threads.find(({ visibility }) => visibility === 'restricted')?.id ?? '';
});
afterAll(() => forum.close());

async function problem(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const body = (await response.json()) as { code: string; status: number; detail: string };
  expect(body.status).toBe(response.status);
  return body;
}

describe('/api/threads', () => {
  it('finds what the doctor can post to, with the room’s specialty and visibility', async () => {
    expect(await practitioner.threads('clarithromycin')).toEqual([
      {
        id: expect.stringMatching(/^\d+$/),
        label: 'Atorvastatin and a week of clarithromycin: stop, lower or switch the antibiotic? · Cardiology',
        specialty: 'cardiology',
        visibility: 'members',
      },
    ]);
  });

  it('takes the search as words, not as a pattern', async () => {
    expect(await practitioner.threads('%')).toEqual([]);
    expect(await practitioner.threads('a_orvastatin')).toEqual([]);
    expect(await practitioner.threads("' OR 1=1 --")).toEqual([]);
    expect((await practitioner.threads('STATIN practice')).length).toBe(1);
  });

  it('shows a restricted discussion to its members alone', async () => {
    expect((await consultant.threads('pacing')).map(({ visibility }) => visibility)).toEqual(['restricted']);
    expect(await practitioner.threads('pacing')).toEqual([]);
  });

  it('answers a stranger with a problem, not with a page', async () => {
    const response = await forum.app.fetch(new Request(`${ORIGIN}/api/threads`));
    expect(response.status).toBe(401);
    expect((await problem(response)).code).toBe('sign-in');
  });
});

describe('a restricted sub-forum', () => {
  it('does not exist for others: neither its pages, nor its name, nor its words', async () => {
    const { html } = await practitioner.open('/');
    expect(html).not.toContain('consultants');
    for (const path of [`/threads/${hidden}`, '/f/cardiology-consultants'])
      expect((await practitioner.open(path)).status).toBe(404);
    expect((await practitioner.open('/search?q=syncope')).html).toContain('No discussion holds');
    expect((await practitioner.open('/new')).html).not.toContain('consultants');
  });

  it('is there for its members', async () => {
    expect((await consultant.open(`/threads/${hidden}`)).status).toBe(200);
    expect((await consultant.open('/search?q=syncope')).html).toContain('Out-of-hours cover');
  });

  it('takes no post from others, by form or by script', async () => {
    expect((await practitioner.submit('/new', { place: `thread:${hidden}`, words: 'x' })).status).toBe(422);
    expect((await problem(await practitioner.api({ threadId: hidden, html: '<p>x</p>' }))).code).toBe('place');
    const response = await practitioner.api({ forum: 'cardiology-consultants', title: 'x', html: '<p>x</p>' });
    expect((await problem(response)).code).toBe('place');
  });
});

describe('/api/posts', () => {
  it('posts into a discussion and returns the final destination', async () => {
    const response = await practitioner.api({ threadId: room, html: '<p>See <pq-card>this</pq-card></p>' });
    expect(response.status).toBe(201);
    const posted = (await response.json()) as { url: string };
    expect(posted).toMatchObject({ id: room, visibility: 'members', specialty: 'cardiology', removed: ['pq-card'] });
    expect(posted.url).toMatch(new RegExp(`^/threads/${room}#p\\d+$`));
    const { html } = await practitioner.open(posted.url);
    expect(html).toContain('<p>See this</p>');
    expect(html).not.toContain('<pq-card');
  });

  it('tells the sharer that a restricted discussion is one', async () => {
    const response = await consultant.api({ threadId: hidden, html: '<p>For us.</p>' });
    expect(await response.json()).toMatchObject({ id: hidden, visibility: 'restricted' });
  });

  it('starts a discussion', async () => {
    const response = await practitioner.api({ forum: 'general-practice', title: ' A  new one ', html: '<p>Hello</p>' });
    const posted = (await response.json()) as { id: string; label: string; url: string };
    expect(posted.label).toBe('A new one · General practice');
    expect(posted.url).toBe(`/threads/${posted.id}`);
    expect((await practitioner.open('/')).html).toContain('A new one');
  });

  it.each([
    ['another site’s origin', { origin: 'https://evil.example' }, 403, 'origin'],
    ['no origin', { origin: '' }, 403, 'origin'],
    ['the null origin', { origin: 'null' }, 403, 'origin'],
    ['no token', { 'x-csrf-token': '' }, 403, 'csrf'],
    ['a wrong token', { 'x-csrf-token': 'A'.repeat(43) }, 403, 'csrf'],
    ['a form’s content type', { 'content-type': 'text/plain' }, 400, 'json'],
  ])('refuses %s', async (_, headers, status, code) => {
    const response = await practitioner.api(
      { threadId: room, html: '<p>Never</p>' },
      headers as Record<string, string>,
    );
    expect(response.status).toBe(status);
    expect((await problem(response)).code).toBe(code);
    expect((await practitioner.open(`/threads/${room}`)).html).not.toContain('Never');
  });

  it.each([
    ['no JSON', '{', 'json', 'not a JSON object'],
    ['a list', [], 'json', 'not a JSON object'],
    ['no html', { threadId: '1' }, 'json', '"html"'],
    ['html that is no string', { threadId: '1', html: 1 }, 'json', '"html"'],
    ['a number for the thread', { threadId: 1, html: 'x' }, 'json', '"threadId"'],
    ['no place', { html: 'x' }, 'json', 'either threadId'],
    ['two places', { threadId: '1', forum: 'cardiology', title: 'x', html: 'x' }, 'json', 'either threadId'],
    ['an unknown field', { threadId: '1', html: 'x', author: 'd-tan' }, 'json', '"author"'],
    ['a thread that is none', { threadId: '1 OR 1=1', html: 'x' }, 'place', 'Choose another'],
    ['no title', { forum: 'cardiology', title: '  ', html: 'x' }, 'title', 'needs a title'],
    ['a title too long', { forum: 'cardiology', title: 'x'.repeat(161), html: 'x' }, 'title', '161'],
    ['nothing but what is taken out', { threadId: '1', html: '<script>x</script><p> </p>' }, 'empty-post', 'empty'],
  ])('refuses %s and says what to do', async (_, body, code, words) => {
    const answer = await problem(await consultant.api(body));
    expect(answer.code).toBe(code);
    expect(answer.detail).toContain(words);
  });

  it('refuses a body over 256 kB', async () => {
    const response = await practitioner.api({ threadId: room, html: 'x'.repeat(300_000) });
    expect(response.status).toBe(413);
    expect((await problem(response)).code).toBe('too-large');
  });
});

describe('the ordinary form', () => {
  it('posts text as text', async () => {
    const response = await practitioner.submit('/new', { place: `thread:${room}`, words: 'a <script> b' });
    expect(response.status).toBe(303);
    expect((await practitioner.open(response.headers.get('location') ?? '')).html).toContain(
      '<p>a &lt;script&gt; b</p>',
    );
  });

  it('gives everything back with the reason when it can’t post', async () => {
    const draft = { place: 'forum:cardiology', title: '', words: 'A question with "quotes" & <b>' };
    const response = await practitioner.submit('/new', draft);
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('A new discussion needs a title.');
    expect(html).toContain('A question with &quot;quotes&quot; &amp; &lt;b&gt;');
    expect(html).toMatch(/value="forum:cardiology"\s+selected/);
  });

  it('chooses the discussion that the link to it named', async () => {
    expect((await practitioner.open(`/new?thread=${room}`)).html).toMatch(
      new RegExp(`value="thread:${room}"\\s+selected`),
    );
  });
});
