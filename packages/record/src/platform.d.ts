/**
 * The whole platform that the pure packages may touch: nothing here belongs to a document or to Node. A pure package that
 * reaches for anything else fails to compile.
 */
interface PlatformKey {
  readonly type: 'private' | 'public' | 'secret';
}
declare const crypto: {
  readonly subtle: {
    digest(algorithm: 'SHA-256', data: Uint8Array): Promise<ArrayBuffer>;
    importKey(
      format: 'jwk',
      key: { kty: string; crv: string; x: string; y: string },
      algorithm: { name: 'ECDSA'; namedCurve: 'P-256' },
      extractable: boolean,
      usages: ['verify'],
    ): Promise<PlatformKey>;
    verify(
      algorithm: { name: 'ECDSA'; hash: 'SHA-256' },
      key: PlatformKey,
      signature: Uint8Array,
      data: Uint8Array,
    ): Promise<boolean>;
    generateKey(
      algorithm: { name: 'ECDSA'; namedCurve: 'P-256' },
      extractable: boolean,
      usages: string[],
    ): Promise<PlatformKey>;
  };
};
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: 'utf-8', options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}
declare class URLSearchParams {
  get(name: string): string | null;
  set(name: string, value: string): void;
}
declare class URL {
  constructor(url: string, base?: string);
  static canParse(url: string, base?: string): boolean;
  readonly protocol: string;
  readonly hostname: string;
  readonly host: string;
  readonly origin: string;
  readonly pathname: string;
  readonly searchParams: URLSearchParams;
  username: string;
  password: string;
  hash: string;
  readonly href: string;
}
declare function atob(base64: string): string;
declare function btoa(binary: string): string;
interface ByteReader {
  read(): Promise<{ done: boolean; value?: Uint8Array }>;
  cancel(): Promise<void>;
}
interface ByteStream {
  getReader(): ByteReader;
}
interface ByteWriter {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}
declare class DecompressionStream {
  constructor(format: 'deflate');
  readonly readable: ByteStream;
  readonly writable: { getWriter(): ByteWriter };
}
declare class CompressionStream {
  constructor(format: 'deflate');
  readonly readable: ByteStream;
  readonly writable: { getWriter(): ByteWriter };
}
