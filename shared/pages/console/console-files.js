import { write } from './console-api.js';

/** Lists on their way to the API: small texts inside the request, everything else as an upload. */

/** The API looks into a list of up to as many characters, which makes a forecast better. */
const mostCharacters = 400_000;
/** An upload that goes through the API; a page may not send to the storage itself. */
const mostBytes = 3 * 1024 * 1024;

const uploads = new WeakMap();

/** The id of the uploaded file; the same file is sent once. */
export async function uploaded(file) {
  if (file.size === 0) throw new Error(`${file.name} is empty.`);
  if (file.size > mostBytes)
    throw new Error(`${file.name} is larger than 3 MB. Send it from the command line: npx groundswell import FILE`);
  if (!uploads.has(file)) {
    const { upload } = await write('uploads', {
      name: file.name.slice(0, 120),
      bytes: file.size,
      base64: await inBase64(file),
    });
    uploads.set(file, upload);
  }
  return uploads.get(file);
}

/** What stands in a source in place of `file`. */
export async function listFrom(file) {
  const text = await textOf(file);
  return text === undefined ? { upload: await uploaded(file) } : { text };
}

async function textOf(file) {
  if (file.size === 0 || file.size > mostCharacters) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

const inBase64 = file =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

/** Lists that were looked at, by their name: a campaign that names one gets it with what was corrected. */
const looked = new Map();

export const rememberList = (file, options) => looked.set(file.name, { file, ...options });
export const rememberedList = path => looked.get(path.replace(/^.*[\\/]/, ''));
