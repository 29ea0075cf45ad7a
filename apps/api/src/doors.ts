import { ClientsResolver } from '#clients';
import { AccessReviewsResolver, DirectoryResolver, ExchangeProtocolResolver } from '#directory';
import { ClosingDaysResolver, DossiersResolver, OwnDeskResolver, TaskResolver, WorklistResolver } from '#dossiers';
import { PrivacyBookResolver } from '#kernel';
import { AnswersResolver, ReferralsResolver, SharingResolver } from '#referrals';

/** Every class that opens a door to GraphQL. */
export const doors = [DirectoryResolver, AccessReviewsResolver, ExchangeProtocolResolver, WorklistResolver, TaskResolver, DossiersResolver, ClosingDaysResolver, OwnDeskResolver, ClientsResolver, ReferralsResolver, AnswersResolver, SharingResolver, PrivacyBookResolver];
