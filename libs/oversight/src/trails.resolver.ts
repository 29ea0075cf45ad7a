import { Args, ArgsType, Field, ID, Int, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { IsUUID, ValidateIf } from 'class-validator';
import { LookKind } from '#dossiers';
import { type Actor, Causes, DataClass, FreeText, GraphQLDay, GraphQLMoment, IsDay, Me, type Page, Role } from '#kernel';
import { type Told, Trails } from './trails.service.js';

enum Unusual {
  /** Somebody in the dossier is called as she is. */
  SURNAME = 'SURNAME',
  NIGHT = 'NIGHT',
}
registerEnumType(Unusual, { name: 'Unusual', description: 'Why a look stands out: the reason, never a value.' });

@ObjectType({ description: 'Who did what, when and why. No content.' })
class TrailLine {
  @Field(() => ID) id: string;
  @Field(() => GraphQLMoment) at: string;
  @Field(() => String, { nullable: true }) personName: string | null;
  @Field(() => Role) role: Role;
  @Field(() => LookKind) kind: LookKind;
  @Field({ description: 'Why, by the function in which it was done; glass: it was broken.' }) purpose: string;
  @Field() record: string;
  @Field(() => [String]) numbers: string[];
  @Field(() => Int, { description: 'How many dossiers of the own organisation it was about; a client\'s file has no number.' }) dossiers: number;
  @Field(() => [DataClass]) classes: DataClass[];
  @Field(() => [Unusual]) reasons: Unusual[];
}

@ObjectType()
class TrailPage {
  @Field(() => [TrailLine]) nodes: TrailLine[];
  @Field(() => String, { nullable: true }) next: string | null;
}

const given = (_: unknown, value: unknown): boolean => value !== undefined && value !== null;

@ArgsType()
class TrailFilter {
  @Field(() => Int, { defaultValue: 25 }) first: number;
  @Field(() => String, { nullable: true }) after?: string;
  @Field(() => ID, { nullable: true }) @ValidateIf(given) @IsUUID(undefined, { message: 'Kies een persoon.' }) personId?: string;
  @FreeText({ max: 40, optional: true, empty: true }) number?: string;
  @Field(() => GraphQLDay, { nullable: true }) @ValidateIf(given) @IsDay({ message: 'Vul een datum in, bijvoorbeeld 10/03/2026.' }) day?: string;
}

@Resolver()
export class TrailsResolver {
  constructor(private readonly trails: Trails) {}

  @Query(() => TrailPage, { description: 'What the own people looked at, when and why, newest first. To ask this is a look too.' })
  @Causes('Person', 'audit')
  trail(@Me() me: Actor, @Args() filter: TrailFilter): Promise<Page<TrailLine>> {
    return this.told(me, filter, false);
  }

  @Query(() => TrailPage, { description: 'Of these, the looks of the last weeks that stand out, with why.' })
  @Causes('Person', 'audit')
  unusualLooks(@Me() me: Actor, @Args() filter: TrailFilter): Promise<Page<TrailLine>> {
    return this.told(me, filter, true);
  }

  private async told(me: Actor, filter: TrailFilter, unusual: boolean): Promise<Page<TrailLine>> {
    const { nodes, next } = await this.trails.page(me, { ...filter, unusual });
    return { next, nodes: nodes.map((line) => ({ ...line, role: line.capacity.split('/')[1] as Role, kind: kindOf(line), classes: line.classes as DataClass[], reasons: line.reasons as Unusual[] })) };
  }
}

const LISTS = ['list', 'search', 'count'];

function kindOf({ outcome, changed, operation }: Told): LookKind {
  if (outcome !== 'DONE') return LookKind.DENIED;
  return changed ? LookKind.CHANGED : LISTS.includes(operation) ? LookKind.LISTED : LookKind.LOOKED;
}
