export interface FileStore {
  read(key: string): Promise<AsyncIterable<Uint8Array>>;
  readText(key: string, maxBytes: number): Promise<string>;
  readBytes(key: string, maxBytes: number): Promise<Uint8Array>;
  exists(key: string): Promise<boolean>;
  write(key: string, body: string | Uint8Array, contentType: string): Promise<void>;
  /** What is not there is as good as removed. */
  remove(key: string): Promise<void>;
  uploadUrl(key: string, bytes: number, expiresInS: number): Promise<string>;
}
