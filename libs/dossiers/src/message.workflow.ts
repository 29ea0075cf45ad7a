import type { Flow } from '#kernel';

export enum MessageState {
  WAITING = 'WAITING',
  DELIVERED = 'DELIVERED',
  TAKEN_BACK = 'TAKEN_BACK',
}
export type MessageEvent = 'takeBack' | 'deliver';

/** A message waits for as long as it can be taken back; once it left, nobody changes it. */
export const messageFlow: Flow<MessageState, MessageEvent, { state: MessageState }, undefined> = {
  name: 'Message',
  source: 'BR-G8; decisions 4',
  starts: MessageState.WAITING,
  states: {
    WAITING: { takeBack: { to: MessageState.TAKEN_BACK }, deliver: { to: MessageState.DELIVERED, byClock: true } },
    DELIVERED: {},
    TAKEN_BACK: {},
  },
};
