import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DataClass, PartnerKind, Refusal, shapeOf } from '#kernel';
import { readReferralTypes, type ReferralTypeShape } from './referral-type.reference.js';
import { Referral } from './referral.record.js';

@ObjectType({ description: 'Why a receiver may reject.' })
export class Reason {
  @Field() code: string;
  @Field() label: string;
  @Field() needsText: boolean;
}

@ObjectType({ description: 'A kind of partner that may be asked, and what it may get at most.' })
export class TypeReceiver {
  @Field(() => PartnerKind) kind: PartnerKind;
  @Field(() => [DataClass], { description: 'Beside CORE and IDENTITY, which every receiver sees.' }) may: DataClass[];
}

@ObjectType({ description: 'What a kind of question asks and to whom it may go: reference data.' })
export class ReferralType {
  @Field() code: string;
  @Field() label: string;
  @Field() help: string;
  @Field({ description: "One's own partner may send it." }) maySend: boolean;
  @Field(() => [TypeReceiver]) receivers: TypeReceiver[];
  @Field({ description: 'The client stands against a landlord, who may be a partner.' }) opposes: boolean;
  @Field(() => [DataClass], { description: 'Classes of facts that the form asks.' }) asks: DataClass[];
  @Field(() => [String], { description: 'Fields without which it cannot be sent.' }) required: string[];
  @Field(() => [Reason]) rejectReasons: Reason[];
  @Field(() => Int, { description: 'Working days to answer.' }) term: number;
  @Field(() => Int, { description: 'Working days to answer when urgent.' }) urgentTerm: number;
}

/** The types of referral of the reference data, checked against the columns that there are. */
export class ReferralTypeBook {
  private readonly types: ReadonlyMap<string, ReferralTypeShape>;

  constructor(folder: string) {
    const { columns } = shapeOf(Referral);
    this.types = new Map(readReferralTypes(folder, (field) => columns.get(field)?.class).map((type) => [type.code, type]));
  }

  /** @throws Refusal INVALID for a type that does not exist */
  get(code: string): ReferralTypeShape {
    const type = this.types.get(code);
    if (!type) throw new Refusal('INVALID', undefined, { fields: [{ field: 'type', message: 'Kies een soort doorverwijzing.' }] });
    return type;
  }

  /** Those that a partner of this kind may send or receive. */
  of(kind: PartnerKind): ReferralType[] {
    const concerned = [...this.types.values()].filter(({ senderKinds, receivers }) => senderKinds.includes(kind) || receivers.some((each) => each.kind === kind));
    return concerned.map((type) => ({ ...type, maySend: type.senderKinds.includes(kind) }));
  }
}
