export * from './reader.js';
export { communityFileSchema, COUNT_SETTINGS } from './community-file.js';
export { sha256 } from './digest.js';
export {
  catalogueEntrySchema,
  FOLDER_PATH,
  keySetSchema,
  parsePublisherFolder,
  publicKeySchema,
  publisherFolderSchema,
  recordPath,
  STATUS_PATH,
  tombstonePath,
  type CatalogueEntry,
} from './folder.js';
export { recordJsonSchema } from './json-schema.js';
export { splitJws, verifyDetached, type JwsType, type PrivateKey } from './jws.js';
export { signDetached, signJws } from './sign-jws.js';
export { generateKey, publicKey, thumbprint } from './keys.js';
export { isSecureOrigin, isSecureUrl } from './origin.js';
export { contentSchema, parse, parseRecord, recordSchema, type Content, type ContentRecord } from './schema.js';
export { openRecord, openTombstone, signRecord, signTombstone, type OpenRecord, type SignedRecord } from './sign.js';
export { signStatusList, STATUS_LIST_SIZE, type StatusClaims } from './status-list.js';
export { parseTombstone, tombstoneSchema } from './tombstone.js';
export * from './vocabulary.js';
