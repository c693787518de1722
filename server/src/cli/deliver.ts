import { type Paint, plain } from '../report/paint.ts';
import type { Context } from './context.ts';
import { writeWhole } from './write.ts';

/** Puts a report where it was asked for: on the screen, or whole into a file without colours. */
export async function deliver(
  options: { readonly format: 'text' | 'json'; readonly output?: string },
  context: Context,
  asJson: () => string,
  asText: (style: { paint: Paint; columns: number }) => string,
): Promise<void> {
  const { output, format } = options;
  const style =
    output === undefined ? { paint: context.paint, columns: context.columns } : { paint: plain, columns: 100 };
  const report = format === 'json' ? asJson() : asText(style);
  if (output === undefined) context.print(report);
  else await writeWhole(output, report);
}
