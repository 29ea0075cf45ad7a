import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadYaml } from '../../kernel/src/reference/load.js';
import { Absent, ANumber, Part } from '../../kernel/src/reference/shape.js';

export class BreakGlassReference {
  @Absent() @ANumber(1, 60) minutes = 60;
  @Absent() @ANumber(1, 50) perWeek = 3;
  @Absent() @ANumber(20, 200) reason = 20;
}
export class UnusualReference {
  @Absent() @ANumber(0, 23) nightFrom = 22;
  @Absent() @ANumber(0, 23) nightUntil = 6;
  @Absent() @ANumber(1, 366) days = 31;
}

/** How somebody opens what her function does not show her, and which looks stand out. */
export class OversightReference {
  @Absent() @Part(() => BreakGlassReference) breakGlass = new BreakGlassReference();
  @Absent() @Part(() => UnusualReference) unusual = new UnusualReference();
}

/** The token under which an app binds it. */
export const OVERSIGHT = Symbol('oversight');

/** A folder without the file has the values that are usual. */
export function readOversight(folder: string): OversightReference {
  const file = path.join(folder, 'oversight.yaml');
  return existsSync(file) ? loadYaml(file, OversightReference) : new OversightReference();
}
