/** How the conditions of the book read on its page, by the field that they look at. */
export const conditions: { readonly [field: string]: string } = {
  partnerId: 'alleen wat de eigen organisatie schreef',
  grantedBy: 'alleen wat de eigen organisatie deelde',
  authorId: 'alleen wat zij of hij zelf schreef',
  id: 'niet voor zichzelf',
  'Attachment.dataClass': 'van deze soorten gegevens',
  'Attachment.state': 'zodra de virusscan het doorliet, of er geen is',
  'ExchangeProtocol.state': 'zodra het getekend is',
  fromPartnerId: 'van de eigen organisatie',
  toPartnerId: 'gericht aan de eigen organisatie',
  'ExchangeProtocol.fromPartnerId': 'voor een protocol van de eigen organisatie',
  'ExchangeProtocol.toPartnerId': 'voor een protocol met de eigen organisatie',
  fromAdvised: 'zolang er geen advies is',
  toAdvised: 'zolang er geen advies is',
  fromSigned: 'zolang er niet getekend is',
  toSigned: 'zolang er niet getekend is',
};
