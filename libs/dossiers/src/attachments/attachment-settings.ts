/** What the portal is told about files from outside. */
export type AttachmentSettings = {
  /** Bytes of one file at most. */
  largest: number;
  /** Bytes of all files of one partner at one dossier at most. */
  together: number;
  /** Where clamd listens: path of a Unix socket, or host:port; absent: nothing is scanned. */
  clamav: string | undefined;
};
/** The token under which an app gives them. */
export const ATTACHMENTS = Symbol('attachment settings');
