/** What a browser needs to check and show a record: no schema library, no signing. */
export { decode, encode } from './base64url.js';
export type { CommunityFile, CountSetting, TrustedPublisher } from './community-file.js';
export { payloadDigest, sha256Text } from './digest.js';
export { RecordError, type RecordErrorCode } from './errors.js';
export type { PublisherFolder } from './folder.js';
export { readJson, verifyJws, type KeySet, type PublicKey } from './jws.js';
export { formatLink, parseLink, readLink, type ItemLink } from './link.js';
export { labelModel, type Label, type LabelContext, type LabelField, type LabelItem } from './label/model.js';
export { clean } from './label/text.js';
export { STATE, type StateWords } from './label/words.js';
export { readRecord, readTombstone, type RenderRecord } from './render-record.js';
export { labelLines, type Line } from './render/lines.js';
export { escapeHtml, renderMarker } from './render/marker.js';
export { renderText } from './render/text.js';
export { openStatusList, type StatusList } from './status-list.js';
export type { Tombstone } from './tombstone.js';
export { judge, type Evidence, type Verdict, type VerdictReason } from './verdict.js';
export type { ItemState, VerdictState } from './vocabulary.js';
