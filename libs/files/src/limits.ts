const MB = 1024 * 1024;

/** What one file may cost, whatever it says of itself. */
export const LIMITS = {
  /** Of an image, before it is decoded (UP-04): a telephone's 48 million fit. */
  pixels: 50_000_000,
  /** In a document that is a zip. */
  entries: 2000,
  /** Bytes, of one entry and of all together, once unpacked. */
  entry: 40 * MB,
  unpacked: 100 * MB,
  /** Objects of a PDF. */
  objects: 200_000,
  /** Seconds and megabytes of the thread that looks at a file. */
  seconds: 20,
  memory: 384,
  /** Characters of a name. */
  name: 120,
} as const;
