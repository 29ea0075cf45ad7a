import { formatList } from '../shared/format.js';
import { useMunicipalities } from '../shared/reference.js';

/** Municipalities by their names: "Izegem, Ingelmunster en Ledegem". */
export function usePlaces(nis: readonly string[]): string {
  const all = useMunicipalities();
  return formatList(all.filter((each) => nis.includes(each.nis)).map(({ name }) => name));
}
