import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isMap, isSeq, parseDocument, type Document } from 'yaml';
import type { CommunityConfig } from '../config.js';
import { CommunityError } from '../errors.js';
import { readConfig } from '../serve.js';
import { isDataFile } from '../sidecar/config-file.js';

export interface NewPublisher {
  readonly origin: string;
  readonly name: string;
  readonly thumbprints: readonly string[];
}

/** @throws CommunityError `config` */
export async function listed(config: string): Promise<CommunityConfig['publishers']> {
  if (!isDataFile(config)) return (await readConfig(config)).publishers;
  const { publishers } = readYaml(config).toJS() as { publishers?: CommunityConfig['publishers'] | null };
  return publishers ?? [];
}

/** Writes a publisher into a configuration that is data, and leaves its comments where they are. */
export async function addPublisher(config: string, publisher: NewPublisher): Promise<'added' | 'changed' | 'to-paste'> {
  if (!isDataFile(config)) return 'to-paste';
  const document = readYaml(config);
  const list = document.get('publishers');
  if (list !== undefined && list !== null && !isSeq(list))
    throw new CommunityError('config', `${config}: publishers: must be a list.`);
  const index = isSeq(list) ? list.items.findIndex((one) => isMap(one) && one.get('origin') === publisher.origin) : -1;
  if (index >= 0) document.setIn(['publishers', index], document.createNode(publisher));
  else if (isSeq(list) && list.items.length > 0) document.addIn(['publishers'], document.createNode(publisher));
  else document.set('publishers', document.createNode([publisher]));
  writeFileSync(`${config}.new`, String(document), { flush: true });
  renameSync(`${config}.new`, config);
  return index >= 0 ? 'changed' : 'added';
}

function readYaml(config: string): Document {
  let text: string;
  try {
    text = readFileSync(config, 'utf8');
  } catch {
    throw new CommunityError('config', `${config}: can't be read. Name your configuration with --config.`);
  }
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw new CommunityError('config', `${config}: can't be read as YAML (${error.message.split('\n')[0]}).`);
  return document as Document;
}
