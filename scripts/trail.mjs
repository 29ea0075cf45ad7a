// @ts-check
import path from 'node:path';

/**
 * Where the trail's heads and the key that signs them are: as set, else in the private folder, on which its database cannot write.
 * @param {string} home
 */
export function trailSettings(home) {
  const { TRAIL_HEADS = path.join(home, 'trail'), TRAIL_KEY = path.join(home, 'trail/key.pem') } = process.env;
  return { TRAIL_HEADS, TRAIL_KEY };
}
