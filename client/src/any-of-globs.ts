/** One glob for several. VS Code reads no list of choices within another, so that their own choices are written out; one that is not closed is left out. */
export function anyOf(globs: readonly string[]): string {
  return `{${globs
    .flatMap(unbraced)
    .filter((glob) => !/[{}]/.test(glob))
    .join(',')}}`;
}

function unbraced(glob: string): string[] {
  const found = /\{([^{}]*)\}/.exec(glob);
  if (!found) return [glob];
  const choices = found[1]!.split(',');
  return choices.flatMap((choice) => unbraced(glob.replace(found[0], () => choice)));
}
