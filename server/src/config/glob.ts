/**
 * Globs from a configuration file. They come from data, so they are never made into regular expressions: matching takes time
 * proportional to pattern × path at worst.
 *
 * `*` any characters but `/`, `?` one, `[abc]` `[a-z]` `[!a]` one of a class, `**` any number of folders, `{a,b}` either.
 * A pattern without a slash matches a name in any folder; one that ends in a slash matches everything below that folder.
 */
export function matchesGlob(pattern: string, path: string): boolean {
  return expandBraces(pattern).some((one) => matchesPath(segmentsOf(one), path.split('/')));
}

/**
 * Any pattern matches, and no later one that starts with `!`. With `folders` a pattern that matches a folder holds for all that lies in it, as in .gitignore.
 */
export function matchesAny(patterns: readonly string[], path: string, folders = false): boolean {
  const places = folders ? withFolders(path) : [path];
  let matched = false;
  for (const pattern of patterns) {
    const negated = pattern.startsWith('!');
    if (matched === !negated) continue;
    const glob = negated ? pattern.slice(1) : pattern;
    if (places.some((place) => matchesGlob(glob, place))) matched = !negated;
  }
  return matched;
}

function withFolders(path: string): string[] {
  const places = [path];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) places.push(path.slice(0, at));
  return places;
}

const MAX_ALTERNATIVES = 256;

function segmentsOf(pattern: string): string[] {
  let clean = pattern.startsWith('./') ? pattern.slice(2) : pattern;
  const anchored = clean.startsWith('/');
  if (anchored) clean = clean.slice(1);
  if (clean.endsWith('/')) clean += '**';
  const segments = clean.split('/').filter((segment) => segment !== '' && segment !== '.');
  return !anchored && segments.length === 1 && segments[0] !== '**' ? ['**', ...segments] : segments;
}

function matchesPath(pattern: readonly string[], path: readonly string[]): boolean {
  // reachable[j]: the pattern so far can have eaten the first j segments.
  let reachable: boolean[] = [true, ...path.map(() => false)];
  pattern.forEach((segment, index) => {
    const next = path.map(() => false);
    next.push(false);
    if (segment === '**') {
      // At the end `**` asks for at least one segment: `docs/**` is what lies in docs, not docs itself.
      const last = index === pattern.length - 1;
      let open = false;
      for (let j = 0; j <= path.length; j++) {
        if (open || (!last && reachable[j])) next[j] = true;
        if (reachable[j]) open = true;
      }
    } else {
      for (let j = 0; j < path.length; j++) {
        if (reachable[j] && matchesSegment(segment, path[j]!)) next[j + 1] = true;
      }
    }
    reachable = next;
  });
  return reachable[path.length] === true;
}

/** Greedy with one point of return (the last `*`): at worst pattern × text steps. */
function matchesSegment(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let mark = 0;
  while (t < text.length) {
    const next = p < pattern.length ? takeOne(pattern, p, text[t]!) : undefined;
    if (pattern[p] === '*') {
      star = p++;
      mark = t;
    } else if (next !== undefined && next > 0) {
      p = next;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++mark;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** Where the pattern goes on when its piece at `at` takes `character`; 0 when it does not. */
function takeOne(pattern: string, at: number, character: string): number {
  const piece = pattern[at];
  if (piece === '?') return at + 1;
  if (piece === '\\' && at + 1 < pattern.length) return pattern[at + 1] === character ? at + 2 : 0;
  const close = piece === '[' ? pattern.indexOf(']', at + 2) : -1;
  if (close < 0) return piece === character ? at + 1 : 0;
  const negated = pattern[at + 1] === '!' || pattern[at + 1] === '^';
  let within = false;
  for (let i = at + (negated ? 2 : 1); i < close; i++) {
    if (pattern[i + 1] === '-' && i + 2 < close) {
      if (pattern[i]! <= character && character <= pattern[i + 2]!) within = true;
      i += 2;
    } else if (pattern[i] === character) within = true;
  }
  return within !== negated ? close + 1 : 0;
}

/** `a{b,c}d` → abd, acd; nested ones too. Past 256 alternatives the rest is taken literally. */
function expandBraces(pattern: string): string[] {
  const done: string[] = [];
  const todo = [pattern];
  while (todo.length > 0) {
    const one = todo.pop()!;
    const braces = done.length + todo.length < MAX_ALTERNATIVES ? firstBraces(one) : undefined;
    if (!braces) done.push(one);
    else for (const choice of braces.choices) todo.push(one.slice(0, braces.start) + choice + one.slice(braces.end));
  }
  return done;
}

function firstBraces(pattern: string): { start: number; end: number; choices: string[] } | undefined {
  for (let start = pattern.indexOf('{'); start >= 0; start = pattern.indexOf('{', start + 1)) {
    let depth = 0;
    let from = start + 1;
    const choices: string[] = [];
    for (let i = start; i < pattern.length; i++) {
      if (pattern[i] === '{') depth++;
      else if (pattern[i] === ',' && depth === 1) {
        choices.push(pattern.slice(from, i));
        from = i + 1;
      } else if (pattern[i] === '}' && --depth === 0) {
        choices.push(pattern.slice(from, i));
        if (choices.length > 1) return { start, end: i + 1, choices };
        break;
      }
    }
  }
  return undefined;
}
