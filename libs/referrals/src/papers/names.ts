import { type DataClass, PART_OF } from '#kernel';
import { type Language, WORDS } from './words.js';

/** Classes in the words of a client; the parts of a whole are not named beside it. */
export const namesOf = (classes: readonly DataClass[], language: Language): string =>
  classes.filter((each) => !(PART_OF[each] && classes.includes(PART_OF[each]))).flatMap((each) => WORDS[language].classes[each] ?? []).join(', ');
