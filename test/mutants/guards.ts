/** One condition of a function taken away, and what its text is then. */
export type Unguarded = { what: string; body: string };
type Token = { text: string; at: number };
/** What is open at one depth of brackets, or of `case`: where the condition began that is being read, after which word, whether there is more than one, and whether an `and` belongs to a `between`; of a `case` with an operand, what its values are compared with. */
type Depth = { asks: boolean; from: number; starts: string; several: boolean; between: boolean; case: boolean; operand: string };

const TOKENS = /--[^\n]*|'(?:[^']|'')*'|[a-z_][\w.]*|\d+|::|<>|<=|>=|:=|[^\s\w]/giy;
const BEGIN = ['where', 'on', 'if', 'elsif', 'when', 'having'];
const END = ['then', 'group', 'order', 'limit', 'union', 'returning', 'for', 'loop', 'else', 'end', 'join', 'left', 'cross', 'set', ';', ','];
const BOTH = ['if', 'elsif', 'when'];

/**
 * Each condition of a body in SQL or PL/pgSQL, after `where`, `on`, `if` and `when` and between `and` and `or`, at every depth of brackets: once
 * always true, and where it leads to a step rather than to rows, once never.
 */
export function unguarded(body: string): Unguarded[] {
  const found: Unguarded[] = [];
  const deeper = (from: number, { asks = false, starts = '', of = false } = {}): Depth => ({ asks, from, starts, several: false, between: false, case: of, operand: '' });
  const stack: Depth[] = [deeper(0)];
  const close = (depth: Depth, until: number) => {
    const says = body.slice(depth.from, until).trim();
    if (!depth.asks || !says || says === 'true' || says === 'false') return;
    const [before, after] = [body.slice(0, depth.from), body.slice(until)];
    const values = [{ value: 'true', sql: depth.operand || 'true' }, { value: 'false', sql: depth.operand ? 'null' : 'false' }];
    for (const { value, sql } of BOTH.includes(depth.starts) ? values : values.slice(0, 1)) found.push({ what: `${depth.starts} ${says.replaceAll(/\s+/g, ' ')}: ${value}`, body: `${before} ${sql} ${after}` });
  };
  let previous = '';
  for (const { text, at } of tokensOf(body)) {
    const depth = stack.at(-1)!;
    const word = text.toLowerCase();
    const end = at + text.length;
    if (word === '(') stack.push(deeper(end, { asks: depth.asks && [...BEGIN, 'and', 'or', 'not', '('].includes(previous), starts: depth.starts }));
    else if (word === 'case') stack.push(deeper(end, { of: true }));
    else if (word === ')' || (word === 'end' && depth.case)) {
      // Brackets around one condition add nothing to it.
      if (depth.several) close(depth, at);
      stack.pop();
    } else if (word === 'select' || (word === 'from' && previous !== 'distinct')) depth.asks = false;
    else if (word === 'between') depth.between = true;
    else if (word === 'and' && depth.between) depth.between = false;
    else if (word === 'and' || word === 'or') {
      close(depth, at);
      Object.assign(depth, { from: end, several: true });
    } else if (BEGIN.includes(word) && !(word === 'on' && previous === 'distinct') && !(word === 'if' && previous === 'end')) {
      if (depth.case && !depth.starts) depth.operand = body.slice(depth.from, at).trim();
      close(depth, at);
      Object.assign(depth, { asks: true, from: end, starts: word, several: true, between: false });
    } else if (END.includes(word) && !(word === 'left' && body[end] === '(')) {
      close(depth, at);
      depth.asks = false;
    }
    // What follows is no condition but a key.
    if (word === 'conflict') depth.asks = false;
    previous = word;
  }
  close(stack[0], body.length);
  return found;
}

function* tokensOf(body: string): Generator<Token> {
  TOKENS.lastIndex = 0;
  for (let at = 0; at < body.length; ) {
    TOKENS.lastIndex = at;
    const match = TOKENS.exec(body);
    if (match && !match[0].startsWith('--')) yield { text: match[0], at };
    at = match ? TOKENS.lastIndex : at + 1;
  }
}
