import { describe, expect, it } from '@jest/globals';
import { tellsWho } from './anonymous.js';

const matter = {
  row: { number: 'BM-ACEJ-4K' },
  parties: [{ givenName: 'José', familyName: 'Van den Broucke', phone: '0470 00 30 30', email: 'jose@voorbeeld.be' }, { givenName: null, familyName: 'Immo Zuid', phone: null, email: null }],
  signals: [{ street: 'Ooigemstraat 22', landlordName: null }],
} as never;

describe('a question without a name', () => {
  it.each([
    ['Mag een verhuurder de waarborg houden voor een gebroken tegel?', []],
    ['Jose vraagt of dat mag.', ['José']],
    ['De familie VAN DEN-BROUCKE wil weg.', ['Van den Broucke']],
    ['Een huis in de ooigemstraat  22.', ['Ooigemstraat 22']],
    ['Bel 0470/00.30.30 terug, of mail jose@voorbeeld.be.', ['José', 'jose@voorbeeld.be', '0470 00 30 30']],
    ['Zie bm-acej-4k, van Immo Zuid.', ['Immo Zuid', 'BM-ACEJ-4K']],
    ['Zij woont met vier in de Ooigemstraat, op nummer 2.', []],
    ['Joséphine is iemand anders.', []],
  ])('is one that tells nobody: %s', (text, told) => {
    expect(tellsWho(text, matter)).toEqual(told);
  });
});
