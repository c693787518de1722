/** Where a cursor stands in YAML that may be broken because somebody is typing it: by indentation alone. */
export interface YamlPlace {
  /** Keys around the cursor, outermost first; the key of the cursor's own line is the last where the cursor is behind its colon. */
  readonly path: readonly string[];
  /** Behind a colon: a value is wanted, else a key. */
  readonly isValue: boolean;
  /** What is typed already of the key or value, up to the cursor. */
  readonly typed: string;
}

const LINE = /^([ \t]*)(?:(["']?)([^\s:#"'][^:"']*?)\2[ \t]*:(?:[ \t]+|$))?/;

/** `before`: the content from its start up to the cursor. */
export function yamlPlaceIn(before: string): YamlPlace {
  const lines = before.split(/\r\n|\r|\n/);
  const own = lines.pop()!;
  const [head, indent = '', , key] = LINE.exec(own)!;
  const around = parentsOf(lines, own.trim() === '' && key === undefined ? own.length : indent.length);
  if (key === undefined) return { path: around, isValue: false, typed: own.slice(indent.length) };
  return { path: [...around, key], isValue: true, typed: own.slice(head.length) };
}

/** Keys of the lines above that are indented less, each less than the one below it. */
function parentsOf(lines: readonly string[], indent: number): string[] {
  const parents: string[] = [];
  let least = indent;
  for (let i = lines.length - 1; i >= 0 && least > 0; i--) {
    const [, white = '', , key] = LINE.exec(lines[i]!)!;
    if (key === undefined || white.length >= least || lines[i]!.trimStart().startsWith('#')) continue;
    parents.unshift(key);
    least = white.length;
  }
  return parents;
}
