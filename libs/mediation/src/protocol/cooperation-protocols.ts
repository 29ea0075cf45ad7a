import { Inject, Injectable } from '@nestjs/common';
import type { Desk } from '#kernel';
import { CooperationProtocol } from './cooperation-protocol.record.js';
import { IN_FORCE } from './cooperation-protocol.workflow.js';
import type { CooperationText } from './cooperation-text.js';

/** The token under which the text for cases without a protocol is bound. */
export const MEDIATION_DEFAULTS = Symbol('terms without a protocol');

/** What was agreed, for who works under it. */
@Injectable()
export class CooperationProtocols {
  constructor(@Inject(MEDIATION_DEFAULTS) private readonly withoutProtocol: CooperationText) {}

  /** The protocol of a company that holds on a day in a municipality. */
  async inForce(desk: Desk, companyId: string, nis: string, day: string): Promise<{ id: string; partnerId: string; edition: number; text: CooperationText } | null> {
    const rows = await desk.rowsOf(CooperationProtocol, 'companyId', companyId);
    const row = rows.find((each) => holdsOn(each, day) && each.municipalities.includes(nis));
    return row ? { id: row.id, partnerId: row.partnerId, edition: row.edition, text: textOf(row) } : null;
  }

  /** NIS codes of the municipalities where a company has a protocol that holds on a day. */
  async areaInForce(desk: Desk, companyId: string, day: string): Promise<string[]> {
    const rows = await desk.rowsOf(CooperationProtocol, 'companyId', companyId);
    return rows.filter((each) => holdsOn(each, day)).flatMap(({ municipalities }) => municipalities);
  }

  /** One edition, whatever became of it: a case keeps the one that it began under. */
  async of(desk: Desk, id: string): Promise<{ id: string; edition: number; companyId: string; text: CooperationText }> {
    const [row] = await desk.rowsOf(CooperationProtocol, 'id', id);
    return { id: row.id, edition: row.edition, companyId: row.companyId, text: textOf(row) };
  }

  /** For a case under no protocol (BR-M9). */
  defaults(): CooperationText {
    return this.withoutProtocol;
  }
}

/** In force, and within its days. */
export const holdsOn = ({ state, validFrom, validTo }: Pick<CooperationProtocol, 'state' | 'validFrom' | 'validTo'>, day: string): boolean => IN_FORCE.includes(state) && validFrom <= day && (validTo === null || day <= validTo);

export const textOf = ({ text }: Pick<CooperationProtocol, 'text'>): CooperationText => JSON.parse(text) as CooperationText;
