import { Args, ArgsType, Field, ID, Info, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, Causes, Me, Reading, selectionOf, Versioned } from '#kernel';
import { SigningLink } from './signing-link.record.js';
import { SigningLinksService } from './signing-links.service.js';

@ArgsType()
class MakeSigningLink extends Versioned {
  @Field(() => ID) @IsUUID(undefined, { message: 'Dit is geen geldige verwijzing.' }) partyId: string;
}

@ObjectType()
class MadeSigningLink {
  @Field(() => SigningLink) link: SigningLink;
  @Field(() => String, { nullable: true, description: 'Its path at this portal: a secret, told once. Absent when the act is repeated: make a new one.' }) path: string | null;
}

/** Links to sign with, for who mediates. */
@Resolver(() => SigningLink)
export class SigningLinksResolver {
  constructor(
    private readonly reading: Reading,
    private readonly links: SigningLinksService,
  ) {}

  @Mutation(() => MadeSigningLink, { description: 'For a party without an account, to one settlement that was offered; the link before it no longer works.' })
  @Causes('SigningLink', 'make')
  async makeSigningLink(@Me() me: Actor, @Args() args: MakeSigningLink, @Info() info: GraphQLResolveInfo): Promise<MadeSigningLink> {
    const { id, secret } = await this.links.make(me, args);
    return { link: await this.reading.one(me, SigningLink, id, selectionOf(info, 'link')), path: secret && `/tekenen/${secret}` };
  }
}
