import type { Flow } from '#kernel';

export enum AttachmentState {
  /** Nobody but the scanner reads it. */
  PENDING = 'PENDING',
  CLEAN = 'CLEAN',
  /** Kept apart: no door leads to it. */
  REFUSED = 'REFUSED',
  /** No scanner was set: the page says so. */
  UNSCANNED = 'UNSCANNED',
  /** What it was is gone; that it was there stays. */
  REMOVED = 'REMOVED',
}
export type AttachmentEvent = 'pass' | 'clear' | 'quarantine' | 'address' | 'remove';

const kept = (state: AttachmentState) => ({ address: { to: state }, remove: { to: AttachmentState.REMOVED } });

/** A file waits for the scanner before anybody reads it (UP-11). */
export const attachmentFlow: Flow<AttachmentState, AttachmentEvent, { state: AttachmentState }, undefined> = {
  name: 'Attachment',
  source: 'threats UP-02, UP-11; decisions 24',
  starts: AttachmentState.PENDING,
  states: {
    PENDING: {
      pass: { to: AttachmentState.UNSCANNED, byClock: true },
      clear: { to: AttachmentState.CLEAN, byClock: true },
      quarantine: { to: AttachmentState.REFUSED, byClock: true },
      ...kept(AttachmentState.PENDING),
    },
    CLEAN: kept(AttachmentState.CLEAN),
    REFUSED: { remove: { to: AttachmentState.REMOVED } },
    UNSCANNED: kept(AttachmentState.UNSCANNED),
    REMOVED: {},
  },
};
