import { PassThrough } from 'node:stream';
import { draftFromFile, readItemText, run, type SourceDocument } from 'pullquote';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { completeDraft } from '../../packages/cli/src/draft/complete.js';
import { clackPrompter, type Prompter } from '../../packages/cli/src/draft/prompter.js';
import { fixture, ORIGIN, type Fixture } from './project.js';

/** Answers by the beginning of the question; what has no answer is left for later. Checks are obeyed as the terminal obeys them. */
function scripted(answers: Record<string, string | readonly string[]>, stopAt = '') {
  const asked: string[] = [];
  const told = new Map<string, readonly string[]>();
  const used = new Map<string, number>();
  let stopped = false;
  const next = (message: string): string | undefined => {
    asked.push(message);
    if (stopAt !== '' && message.startsWith(stopAt)) stopped = true;
    const key = Object.keys(answers).find((start) => message.startsWith(start));
    const given = stopped || key === undefined ? undefined : answers[key];
    if (typeof given === 'string' || given === undefined) return given;
    const turn = used.get(message) ?? 0;
    used.set(message, turn + 1);
    return given[turn];
  };
  const ask: Prompter = {
    get stopped() {
      return stopped;
    },
    tell: (title, lines) => void told.set(title, lines),
    async text(message, check) {
      for (;;) {
        const value = next(message);
        if (value === undefined || check(value) === undefined) return value;
      }
    },
    async choose(message, choices) {
      const value = next(message);
      if (value !== undefined) expect(choices.map((choice) => choice.value)).toContain(value);
      return value;
    },
    async pick(message, choices) {
      const value = next(message);
      return value === undefined
        ? undefined
        : choices.filter(({ label }) => label.includes(value)).map((one) => one.value);
    },
  };
  return { ask, asked, told };
}

const ANSWERS = {
  canonicalUrl: ['http://evil.example/', '/syrup'],
  promotionalStatus: 'non-promotional',
  labelStatus: 'within-label',
  roles: 'pharmacists, physicians',
  countries: ['Germany', 'us'],
  'products.0.piUrl, US': '/syrup-label',
  'Is this text a boxed warning?': 'delete',
  language: ['English please', 'en'],
  'involvement, in en': 'Written by Example Publisher.',
  'aeReporting, US': 'Call us.',
  'reuse.requireVerifiedHcp': 'false',
  'reuse.quote': 'approved-only',
  'reuse.': 'true',
  '9 candidate': 'pick',
  Approved: 'Stop use',
};

async function drafted(name: Fixture, ask: Prompter): Promise<{ source: SourceDocument; yaml: string }> {
  return draftFromFile(fixture(name), { complete: (source) => completeDraft(source, ask) });
}

describe('--interactive', () => {
  it('asks for every missing field of a label, and nothing stays missing', async () => {
    const { ask, told } = scripted(ANSWERS);
    const { source, yaml } = await drafted('cough', ask);
    expect(source.missing).toEqual([]);
    const { content } = await readItemText(yaml, { name: 'syrup', origin: ORIGIN });
    expect(content).toMatchObject({
      canonicalUrl: `${ORIGIN}/syrup`,
      language: 'en',
      audience: { roles: ['pharmacists', 'physicians'], countries: ['US'] },
      involvement: { en: 'Written by Example Publisher.' },
      aeReporting: { US: { text: 'Call us.' } },
      reuse: { requireVerifiedHcp: false, quote: 'approved-only', download: true, print: true, reshare: true },
      products: [{ piUrl: { US: `${ORIGIN}/syrup-label` } }],
    });
    expect(content.products?.[0]).not.toHaveProperty('boxedWarning');
    expect(told.get('promotionalStatus')?.[0]).toContain('Readers see at once');
    expect(yaml).toContain('Nothing is missing');
  });

  it('keeps only the excerpts that somebody picked, with the citations that they rest on', async () => {
    const { yaml } = await drafted('cough', scripted(ANSWERS).ask);
    const { excerpts, citations } = parse(yaml) as {
      excerpts: { text: string }[];
      citations: { n: number; text: string }[];
    };
    expect(excerpts.map(({ text }) => text.slice(0, 28))).toEqual(['Stop use and ask a doctor if']);
    expect(citations.map(({ n }) => n)).toEqual([1, 8]);
    expect(yaml).not.toContain('CANDIDATES');
  });

  it('none approved means none kept', async () => {
    const { yaml } = await drafted('cough', scripted({ ...ANSWERS, '9 candidate': 'none' }).ask);
    expect(parse(yaml)).not.toHaveProperty('excerpts');
  });

  it('leaves what nobody answers under missing, untouched', async () => {
    const { ask, asked } = scripted({});
    const { source } = await drafted('lipitor', ask);
    const plain = (await draftFromFile(fixture('lipitor'))).source;
    expect(source).toEqual(plain);
    expect(asked.length).toBeGreaterThan(10);
  });

  it('stops when told to, and keeps what was answered', async () => {
    const { ask, asked } = scripted(ANSWERS, 'labelStatus');
    const { source } = await drafted('cough', ask);
    expect(asked.at(-1)).toBe('labelStatus');
    expect(source.content.promotionalStatus).toBe('non-promotional');
    expect(source.missing.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['labelStatus', 'audience', 'excerpts.*']),
    );
  });

  it('adds parties one by one until that is settled', async () => {
    const { source } = await drafted(
      'trial',
      scripted({
        'a party to add': ['funder', 'sponsor', 'settled'],
        'name of the funder': 'NIHR',
        'name of the sponsor': 'University of York',
      }).ask,
    );
    expect(source.content.parties?.slice(-2)).toEqual([
      { role: 'funder', name: 'NIHR' },
      { role: 'sponsor', name: 'University of York' },
    ]);
    expect(source.missing.map(({ path }) => path)).not.toContain('parties');
  });

  it('an answer for some countries only leaves the field missing', async () => {
    const { source } = await drafted(
      'cough',
      scripted({ roles: 'x', countries: 'US, CA', 'aeReporting, US': 'Call.' }).ask,
    );
    expect(source.content.aeReporting).toEqual({ US: { text: 'Call.' } });
    expect(source.missing.map(({ path }) => path)).toContain('aeReporting');
  });

  it('needs somebody to ask', async () => {
    let err = '';
    const terminal = { out: () => undefined, err: (text: string) => void (err += text), interactive: false };
    expect(await run(['draft', fixture('cough'), '--interactive', '-o', 'never.yaml'], terminal)).toBe(2);
    expect(err).toContain('Nobody can be asked here');
  });
});

describe('in a terminal', () => {
  /** Types each text once the screen shows the words before it. */
  function typed(...script: readonly (readonly [string, string])[]): Prompter & { screen: () => string } {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 120, rows: 40 });
    let screen = '';
    let shown = '';
    const left = [...script];
    output.on('data', (chunk: Buffer) => {
      screen += chunk.toString();
      shown += chunk.toString();
      const [words, keys] = left[0] ?? [];
      if (words === undefined || keys === undefined || !shown.includes(words)) return;
      left.shift();
      shown = '';
      setTimeout(() => input.write(keys), 5);
    });
    const prompter = clackPrompter({ input, output });
    return {
      tell: prompter.tell,
      text: prompter.text,
      choose: prompter.choose,
      pick: prompter.pick,
      get stopped() {
        return prompter.stopped;
      },
      screen: () => screen,
    };
  }
  const any = () => undefined;
  const choices = ['one', 'two'].map((value) => ({ value, label: value }));

  it('an answer that does not fit is asked for again, with the reason', async () => {
    const ask = typed(['language', 'English\r'], ['must be', '\u007f'.repeat(7) + 'en\r']);
    expect(await ask.text('language', (value) => (value === 'en' ? undefined : 'must be en'))).toBe('en');
    expect(ask.screen()).toContain('must be en');
  });

  it('Enter leaves a text for later', async () => {
    expect(await typed(['title', '\r']).text('title', () => 'never asked')).toBeUndefined();
  });

  it('one of several is chosen with the arrows; the last is "later"', async () => {
    expect(await typed(['status', '\u001b[B\r']).choose('status', choices)).toBe('two');
    expect(await typed(['status', '\u001b[A\r']).choose('status', choices)).toBeUndefined();
  });

  it('several are picked with the space bar, and none is picked by itself', async () => {
    expect(await typed(['excerpts', '\u001b[B \r']).pick('excerpts', choices)).toEqual(['two']);
    expect(await typed(['excerpts', '\r']).pick('excerpts', choices)).toEqual([]);
  });

  it('Ctrl-C stops the asking', async () => {
    const ask = typed(['title', '\u0003']);
    expect(await ask.text('title', any)).toBeUndefined();
    expect(ask.stopped).toBe(true);
  });

  it('an explanation is shown whole', () => {
    const ask = typed();
    ask.tell('audience', ['Says for whom it is.', 'The page says: Clinician']);
    expect(ask.screen()).toMatch(/audience[\s\S]*Says for whom it is\.[\s\S]*The page says: Clinician/);
  });
});
