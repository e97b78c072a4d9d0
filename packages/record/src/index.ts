export * from './reader.js';
export { communityFileSchema, COUNT_SETTINGS, READERS, type Readers } from './community-file.js';
export { sha256 } from './digest.js';
export {
  catalogueEntrySchema,
  digestSchema,
  FOLDER_PATH,
  keySetSchema,
  parseCatalogueEntry,
  parsePublisherFolder,
  publicKeySchema,
  publisherFolderSchema,
  recordPath,
  STATUS_PATH,
  tombstonePath,
  type CatalogueEntry,
} from './folder.js';
export { recordJsonSchema } from './json-schema.js';
export { splitJws, type JwsType, type PrivateKey } from './jws.js';
export { signDetached, signJws } from './sign-jws.js';
export { generateKey, publicKey, thumbprint } from './keys.js';
export { isSecureOrigin } from './origin.js';
export { escapeBBCode, renderBBCode } from './render/bbcode.js';
export { renderIframe, renderIframePage } from './render/iframe.js';
export { jsonLd, renderJsonLd, type JsonLd } from './render/json-ld.js';
export { escapeMarkdown, renderMarkdown } from './render/markdown.js';
export { renderOEmbed, type OEmbed, type OEmbedOptions } from './render/oembed.js';
export { renderOpenGraph, renderOpenGraphNotice } from './render/open-graph.js';
export { PAGE_STYLE_HASH } from './render/page-style.js';
export { type PageOptions } from './render/page.js';
export { scriptJson } from './render/script-json.js';
export * from './rules/index.js';
export { contentSchema, parse, parseRecord, recordSchema, type Content, type ContentRecord } from './schema.js';
export { openRecord, openTombstone, signRecord, signTombstone, type OpenRecord, type SignedRecord } from './sign.js';
export { signStatusList, STATUS_LIST_SIZE, type StatusClaims } from './status-list.js';
export { parseTombstone, tombstoneSchema } from './tombstone.js';
export * from './vocabulary.js';
export { verifyDetached } from './verify-detached.js';
