import { ClientsResolver } from '#clients';
import { DirectoryResolver, ExchangeProtocolResolver } from '#directory';
import { DossiersResolver, TaskResolver, WorklistResolver } from '#dossiers';
import { PrivacyBookResolver } from '#kernel';
import { NoticesResolver } from '#notices';
import { AnswersResolver, ReferralsResolver, SharingResolver } from '#referrals';

/** Every class that opens a door to GraphQL. */
export const doors = [DirectoryResolver, ExchangeProtocolResolver, WorklistResolver, TaskResolver, DossiersResolver, ClientsResolver, ReferralsResolver, AnswersResolver, SharingResolver, NoticesResolver, PrivacyBookResolver];
