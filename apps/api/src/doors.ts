import { ClientsResolver } from '#clients';
import { DirectoryResolver, ExchangeProtocolResolver } from '#directory';
import { AttachmentsResolver, DossiersResolver, TaskResolver, WorklistResolver } from '#dossiers';
import { PrivacyBookResolver } from '#kernel';
import { AnswersResolver, ReferralsResolver, SharingResolver } from '#referrals';

/** Every class that opens a door to GraphQL. */
export const doors = [DirectoryResolver, ExchangeProtocolResolver, WorklistResolver, TaskResolver, DossiersResolver, AttachmentsResolver, ClientsResolver, ReferralsResolver, AnswersResolver, SharingResolver, PrivacyBookResolver];
