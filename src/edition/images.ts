import { extname } from 'node:path';
import sharp from 'sharp';

/** Endings of pictures that can be made anew. */
export const PICTURES: ReadonlySet<string> = new Set(['.png', '.jpg', '.jpeg', '.webp']);

/**
 * The same picture made anew from its pixels: no EXIF, XMP, text, colour profile, thumbnail or bytes behind its end
 * come along. Throws on anything that is not a sound picture.
 */
export async function cleanPicture(name: string, bytes: Uint8Array): Promise<Uint8Array> {
  const picture = sharp(bytes, { failOn: 'warning' }).autoOrient();
  switch (extname(name)) {
    case '.png':
      return picture.png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
    case '.jpg':
    case '.jpeg':
      return picture.jpeg({ quality: 90 }).toBuffer();
    case '.webp':
      return picture.webp({ lossless: true }).toBuffer();
    default:
      throw new Error(`${name} is not a picture that can be cleaned`);
  }
}
