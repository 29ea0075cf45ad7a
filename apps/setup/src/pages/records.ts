import { Client } from '#clients';
import { Person, Mandate } from '#directory';
import { Note } from '#dossiers';
import { shapeOf } from '#kernel';
import { Answer, Referral } from '#referrals';

const SHOWN = [Referral, Answer, Client, Note, Person, Mandate];

/** What the web must know of each field: its class, kind and limits. There is no second truth. */
export function recordsFile(): string {
  const records = Object.fromEntries(
    SHOWN.map((type) => {
      const columns = [...shapeOf(type).columns.values()].filter(({ shown }) => shown);
      return [type.name, Object.fromEntries(columns.map(({ field, class: dataClass, kind, optional, min, max, values }) => [field, { class: dataClass, kind, required: !optional, ...(min !== undefined && { min }), ...(max !== undefined && { max }), ...(values && { values }) }]))];
    }),
  );
  return `// Made from the records of the server by npm run generate; not to be changed by hand.\nexport const records = ${JSON.stringify(records, null, 2)} as const;\n`;
}

