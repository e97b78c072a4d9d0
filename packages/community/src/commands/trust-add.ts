import { FOLDER_PATH, isSecureOrigin, parsePublisherFolder, RecordError, thumbprint } from '@pullquote/record';
import { CommunityError } from '../errors.js';
import { publicFetch } from '../net/public-fetch.js';
import { guardedGet } from '../prefetch/guarded-get.js';
import { addPublisher, listed, type NewPublisher } from './publishers-file.js';
import { plain, type Terminal } from './terminal.js';

const LIMIT = 8 * 1024 * 1024;

export interface TrustAddOptions {
  readonly config: string;
  /** The name that cards will show; asked for without. */
  readonly name?: string | undefined;
  /** Ask nothing: then every key must be named in `thumbprint`, and the name in `name`. */
  readonly yes?: boolean | undefined;
  readonly thumbprint?: readonly string[] | undefined;
  readonly json?: boolean | undefined;
  readonly fetch?: typeof fetch | undefined;
}

/** Fetches a publisher's descriptor, shows whose keys it holds, and lists the publisher once a person has compared them. */
export async function trustAdd(origin: string, options: TrustAddOptions, terminal: Terminal): Promise<void> {
  const { config, yes = false, thumbprint: given = [], json = false } = options;
  const folder = await fetchFolder(origin, options.fetch ?? publicFetch());
  const [records, statuses] = await Promise.all([prints(folder.jwks.keys), prints(folder.statusJwks.keys)]);
  const offered = [...records, ...statuses];
  const show = (line: string) => (json ? undefined : terminal.out(line));
  show(`Publisher     ${origin}`);
  show(`Calls itself  ${plain(folder.name)}`);
  show(`Items         ${folder.catalogue.length} versions`);
  for (const print of records) show(`Record key    ${print}`);
  for (const print of statuses) show(`Status key    ${print}`);

  const strange = given.filter((print) => !offered.includes(print));
  if (strange.length > 0)
    throw new CommunityError(
      'usage',
      `--thumbprint ${strange.join(', ')}: the publisher has no such key. Ask it which is right.`,
    );
  const open = offered.filter((print) => !given.includes(print));
  if (open.length > 0) await compare(open, yes, terminal);
  const name = plain(options.name ?? (await askName(plain(folder.name), yes, terminal)));
  if (name === '') throw new CommunityError('usage', '--name: is empty. It is what cards show beside the origin.');

  const publisher: NewPublisher = { origin, name, thumbprints: offered };
  const outcome = await addPublisher(config, publisher);
  if (json) terminal.out(JSON.stringify({ outcome, ...publisher }, null, 2));
  else for (const line of words(outcome, config, publisher)) terminal.out(line);
}

/** The publishers that the configuration lists. */
export async function trustList(config: string, json: boolean, terminal: Terminal): Promise<void> {
  const publishers = await listed(config);
  if (json) return terminal.out(JSON.stringify(publishers, null, 2));
  if (publishers.length === 0) terminal.out('No publisher is listed yet: pullquote-community trust add https://…');
  for (const { origin, name, thumbprints } of publishers) {
    terminal.out(`${origin}  ${plain(name)}`);
    for (const print of thumbprints ?? ['(the keys of the first contact)']) terminal.out(`  ${print}`);
  }
}

async function fetchFolder(origin: string, fetcher: typeof fetch) {
  if (!isSecureOrigin(origin))
    throw new CommunityError(
      'usage',
      'Name the publisher by its https origin without a path, as in https://publisher.example.',
    );
  const signal = new AbortController().signal;
  const got = await guardedGet(fetcher, origin + FOLDER_PATH, { limit: LIMIT, signal });
  try {
    const folder = parsePublisherFolder(JSON.parse(got.changed ? got.text : ''));
    if (folder.origin === origin) return folder;
  } catch (error) {
    const why = error instanceof RecordError ? error.message : 'is not JSON.';
    throw new CommunityError('malformed', `${origin}${FOLDER_PATH}: ${why}`);
  }
  throw new CommunityError(
    'origin',
    `${origin}${FOLDER_PATH}: speaks for another origin. Ask the publisher which is right.`,
  );
}

async function compare(open: readonly string[], yes: boolean, { ask }: Terminal): Promise<void> {
  if (yes || !ask)
    throw new CommunityError(
      'usage',
      `Nobody can be asked here. Compare these keys with the publisher by another way, then name each: ` +
        open.map((print) => `--thumbprint ${print}`).join(' '),
    );
  if (!(await ask.confirm('Does the publisher confirm these thumbprints by another way, such as by telephone?')))
    throw new CommunityError('usage', 'Not confirmed: nothing was changed.');
}

async function askName(own: string, yes: boolean, { ask }: Terminal): Promise<string> {
  if (yes || !ask)
    throw new CommunityError('usage', '--name: is missing. Say under which name cards show this publisher.');
  const name = await ask.text('Under which name do cards show this publisher?', own);
  if (name === undefined) throw new CommunityError('usage', 'No name was given: nothing was changed.');
  return name;
}

function prints(keys: readonly Parameters<typeof thumbprint>[0][]): Promise<string[]> {
  return Promise.all(keys.map((key) => thumbprint(key)));
}

function words(outcome: 'added' | 'changed' | 'to-paste', config: string, publisher: NewPublisher): string[] {
  switch (outcome) {
    case 'added':
      return [`${publisher.name} is listed in ${config}. Restart the server to fetch its items.`];
    case 'changed':
      return [
        `${publisher.name} was listed already; its name and keys in ${config} are now these. Restart the server.`,
      ];
    case 'to-paste':
      return [
        `${config} is code, which is not changed for you. Put this into "publishers" and restart the server:`,
        `  ${JSON.stringify(publisher)},`,
      ];
  }
}
