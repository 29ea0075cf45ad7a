import { Client } from '#clients';
import { ExchangeProtocol, Mandate, Person } from '#directory';
import { Note, OwnNumber, Recusal } from '#dossiers';
import { PART_OF, shapeOf } from '#kernel';
import { CooperationProtocol } from '#mediation';
import { AccessRequest, Answer, Referral, ReferralPerson } from '#referrals';

const SHOWN = [Referral, Answer, ReferralPerson, AccessRequest, Client, Note, OwnNumber, Recusal, Person, Mandate, ExchangeProtocol, CooperationProtocol];

/** What the web must know of each field: its class, kind and limits. There is no second truth. */
export function recordsFile(): string {
  const records = Object.fromEntries(
    SHOWN.map((type) => {
      const columns = [...shapeOf(type).columns.values()].filter(({ shown }) => shown);
      return [type.name, Object.fromEntries(columns.map(({ field, class: dataClass, kind, optional, min, max, values }) => [field, { class: dataClass, kind, required: !optional, ...(min !== undefined && { min }), ...(max !== undefined && { max }), ...(values && { values }) }]))];
    }),
  );
  return `// Made from the records of the server by npm run generate; not to be changed by hand.\nexport const records = ${JSON.stringify(records, null, 2)} as const;\n\n/** Classes that are a part of another: who gets the whole gets each part of it. */\nexport const PART_OF: { readonly [part: string]: string | undefined } = ${JSON.stringify(PART_OF)};\n`;
}

