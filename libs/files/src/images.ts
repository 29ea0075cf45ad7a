import sharp from 'sharp';
import { LIMITS } from './limits.js';
import { FileRefused } from './refused.js';

sharp.cache(false);
sharp.concurrency(1);

/**
 * The picture and nothing else: turned the way it was held, drawn anew, so that where, when and with what it was taken is gone,
 * and whatever else was hidden in the file.
 * @throws FileRefused
 */
export async function cleanImage(bytes: Uint8Array, kind: 'JPEG' | 'PNG'): Promise<Uint8Array> {
  const { width, height, format, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata().catch(broken);
  if (width * height * pages > LIMITS.pixels) throw new FileRefused('pixels');
  if (format !== (kind === 'JPEG' ? 'jpeg' : 'png')) throw new FileRefused('differs');
  const drawn = sharp(bytes, { limitInputPixels: LIMITS.pixels, failOn: 'error' }).autoOrient();
  return (kind === 'JPEG' ? drawn.jpeg({ quality: 88, mozjpeg: false }) : drawn.png({ compressionLevel: 8 })).toBuffer().catch(broken);
}

function broken(): never {
  throw new FileRefused('broken');
}
