import { Injectable } from '@nestjs/common';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type Actor, Clock, dayOf, Refusal, Work } from '#kernel';
import { CooperationProtocol } from './protocol/cooperation-protocol.record.js';

@ObjectType({ description: 'How often something was so; absent: less than five times, or it would give such a number away.' })
export class ConformanceCell {
  @Field({ description: 'What of: a topic with how it ended, a term, or the deviations.' }) part: string;
  @Field() name: string;
  @Field(() => Int, { nullable: true }) n: number | null;
}
@ObjectType({ description: 'How a protocol was kept in a year: the same for both its parties, and of nobody in particular (BR-R9).' })
export class Conformance {
  @Field(() => ID) protocolId: string;
  @Field(() => Int) year: number;
  @Field(() => [ConformanceCell]) cells: ConformanceCell[];
}

/** The yearly report on a protocol, for its two parties. */
@Injectable()
export class ConformanceService {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal NOT_FOUND for who is no party of it, NOT_POSSIBLE for a year that has not ended: two reports on it would tell what happened between them */
  of(me: Actor, protocolId: string, year: number): Promise<Conformance> {
    return this.work.consult(me, 'conformance', async (desk) => {
      const [protocol] = await desk.rowsOf(CooperationProtocol, 'id', protocolId);
      if (!protocol || ![protocol.partnerId, protocol.companyId].includes(me.partnerId)) throw new Refusal('NOT_FOUND');
      if (year >= Number(dayOf(this.clock.now()).slice(0, 4))) throw new Refusal('NOT_POSSIBLE', `Het verslag over ${year} komt er op 1 januari ${year + 1}.`);
      const { rows } = await desk.unit.query<ConformanceCell>({ name: 'conformance', text: 'select part, name, n from conformance($1, $2)', values: [protocolId, year] });
      return { seen: { protocolId, year, cells: rows }, record: CooperationProtocol, dossierIds: [] };
    });
  }
}
