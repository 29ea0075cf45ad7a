import { Args, ArgsType, Field, ID, Info, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsUUID } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, answerOf, Causes, DataClass, Finished, HandsOn, LooksAt, Me, Reading, Versioned } from '#kernel';
import { Attachment } from './attachment.record.js';
import { AttachmentsService } from './attachments.service.js';

@ObjectType({ description: 'What one may add to a dossier.' })
class AttachmentRules {
  @Field(() => [DataClass]) dataClasses: DataClass[];
  @Field(() => [ID], { description: 'Partners there for whom it may be, beside the own one.' }) partnerIds: string[];
  @Field(() => Int, { description: 'Bytes.' }) largest: number;
  @Field(() => [String]) extensions: readonly string[];
  @Field({ description: 'Whether each file is scanned for viruses before anybody reads it.' }) scanned: boolean;
}

@ArgsType()
class AddressAttachment extends Versioned {
  @Field(() => [ID]) @IsUUID(undefined, { each: true, message: 'Dit is geen geldige verwijzing.' }) @ArrayMaxSize(50) partnerIds: string[];
}

/** Files themselves come and go at /attachment: GraphQL takes none (UP-01). */
@Resolver()
export class AttachmentsResolver {
  constructor(
    private readonly reading: Reading,
    private readonly attachments: AttachmentsService,
  ) {}

  @Query(() => AttachmentRules, { nullable: true })
  @LooksAt('Attachment')
  attachmentRules(@Me() me: Actor, @Args('dossierId', { type: () => ID }) dossierId: string): Promise<AttachmentRules> {
    return this.attachments.rules(me, dossierId);
  }

  @Mutation(() => Attachment, { description: 'Whom a file is for from now on, beside the own partner; each reads it only while its class is lent to it.' })
  @Causes('Attachment', 'address')
  @HandsOn()
  async addressAttachment(@Me() me: Actor, @Args() args: AddressAttachment, @Info() info: GraphQLResolveInfo): Promise<Attachment | Finished> {
    return this.reading.one(me, Attachment, await this.attachments.address(me, args), answerOf(info));
  }

  @Mutation(() => Attachment, { description: 'What it was goes; that it was there stays.' })
  @Causes('Attachment', 'remove')
  @HandsOn()
  async removeAttachment(@Me() me: Actor, @Args() args: Versioned, @Info() info: GraphQLResolveInfo): Promise<Attachment | Finished> {
    return this.reading.one(me, Attachment, await this.attachments.remove(me, args), answerOf(info));
  }
}
