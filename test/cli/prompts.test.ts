import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasTerminal, inTerminal, type Step } from '../support/in-terminal.js';
import { finishedItem, newProject, ORIGIN, scratch } from './project.js';

const [RECORD, STATUS] = ['correct horse battery', 'another staple entirely'];
const [ENTER, CONTROL_C] = ['\r', '\u0003'];
const newKey = (key: string, passphrase: string): Step[] => [
  [`Passphrase for the new ${key} key`, passphrase + ENTER],
  ['The same once more', passphrase + ENTER],
];
const INIT: Step[] = [
  ['Your name', `Example Publisher${ENTER}`],
  ['The site that the items stand on', ORIGIN + ENTER],
  ...newKey('record', RECORD),
  ...newKey('status', STATUS),
];

/** A project with sealed keys and one finished item, made by typing. */
async function typedProject(): Promise<string> {
  const folder = await scratch();
  expect(await inTerminal(folder, ['init'], INIT)).toMatchObject({ code: 0, left: [] });
  const config = join(folder, 'pullquote.yaml');
  await writeFile(config, (await readFile(config, 'utf8')).replace('approval: required', 'approval: optional'));
  const other = await newProject();
  await finishedItem(other, 'cough');
  await mkdir(join(folder, 'items'), { recursive: true });
  await copyFile(join(other.paths.items, 'cough.yaml'), join(folder, 'items', 'cough.yaml'));
  return folder;
}
const kid = async (folder: string, key: string) =>
  (JSON.parse(await readFile(join(folder, 'keys', `${key}.jwk`), 'utf8')) as { kid: string }).kid;

describe.skipIf(!hasTerminal)('in a real terminal (Python’s pty)', { timeout: 180_000 }, () => {
  it('init, sign, publish and rotate-keys ask for what they need, once each, and echo no passphrase', async () => {
    const folder = await typedProject();
    const shown = [
      await inTerminal(folder, ['sign', 'cough'], [['Passphrase of the record key', RECORD + ENTER]]),
      await inTerminal(folder, ['publish'], [['Passphrase of the status key', STATUS + ENTER]]),
    ];
    const before = [await kid(folder, 'record'), await kid(folder, 'status')];
    const fresh = [...newKey('record', `${RECORD} 2`), ...newKey('status', `${STATUS} 2`)];
    shown.push(await inTerminal(folder, ['rotate-keys'], fresh));
    const again: Step[] = [['Passphrase of the status key', `${STATUS} 2${ENTER}`]];
    shown.push(await inTerminal(folder, ['refresh'], again), await inTerminal(folder, ['verify', 'public'], []));

    expect(shown.map(({ code, left }) => [code, left])).toEqual(shown.map(() => [0, []]));
    expect(shown[0]?.screen).not.toContain('status key');
    expect(shown[1]?.screen).not.toContain('record key');
    expect(shown[2]?.screen).toContain('1 records and tombstones carry a new signature');
    for (const { screen } of shown) expect(screen).not.toMatch(/correct|staple/);
    expect(before).not.toContain(await kid(folder, 'record'));
    expect(before).not.toContain(await kid(folder, 'status'));
  });

  it('a slip while a passphrase is chosen is said and mended, not punished', async () => {
    const [name = ['', ''], site = ['', ''], ...rest] = INIT;
    const slips: Step[] = [
      name,
      site,
      ['Passphrase for the new record key', `short${ENTER}`],
      ['shorter than 12', ` but mended${ENTER}`],
      ['The same once more', `short but wrong${ENTER}`],
      ['That is not the same', '\u0015short but mended\r'],
    ];
    const done = await inTerminal(await scratch(), ['init'], [...slips, ...rest.slice(2)]);
    expect(done).toMatchObject({ code: 0, left: [] });
  });

  it('a wrong passphrase, and Control-C, leave everything as it was', async () => {
    const folder = await typedProject();
    const wrong = await inTerminal(folder, ['sign', 'cough'], [['Passphrase of the record key', STATUS + ENTER]]);
    expect(wrong).toMatchObject({ code: 1, screen: expect.stringContaining('does not open with this passphrase') });
    const stopped = await inTerminal(folder, ['sign', 'cough'], [['Passphrase of the record key', CONTROL_C]]);
    expect(stopped).toMatchObject({ code: 1, screen: expect.stringContaining('Nothing was done') });
    const keys = [await kid(folder, 'record'), await kid(folder, 'status')];
    const half = await inTerminal(
      folder,
      ['rotate-keys'],
      [...newKey('record', `${RECORD} 2`), ['Passphrase for the new status key', CONTROL_C]],
    );
    expect(half.code).toBe(1);
    expect([await kid(folder, 'record'), await kid(folder, 'status')]).toEqual(keys);
    const after = await inTerminal(folder, ['sign', 'cough'], [['Passphrase of the record key', RECORD + ENTER]]);
    expect(after).toMatchObject({ code: 0, left: [] });
  });

  it('says what stands in the way before it asks, and asks nothing with --json', async () => {
    const folder = await typedProject();
    const second = await inTerminal(folder, ['init'], []);
    expect(second).toMatchObject({ code: 1, screen: expect.stringContaining('pullquote.yaml here already') });
    const http = await inTerminal(await scratch(), ['init', '--name', 'P', '--origin', 'http://p.example'], []);
    expect(http).toMatchObject({ code: 1, screen: expect.stringContaining('origin') });
    const json = await inTerminal(folder, ['sign', 'cough', '--json'], []);
    expect(json).toMatchObject({ code: 1, screen: expect.stringContaining('PULLQUOTE_PASSPHRASE') });
  });
});
