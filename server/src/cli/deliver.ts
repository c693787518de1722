import { type Paint, plain } from '../report/paint.ts';
import { COLUMNS_OF_FILE, type Context } from './context.ts';
import { writeWhole } from './write.ts';

/** Where a report goes: to the screen as it comes, or whole into a file without colours. */
export interface Delivery {
  readonly style: { readonly paint: Paint; readonly columns: number };
  add(text: string): void;
  end(): Promise<void>;
}

export function deliverTo(output: string | undefined, context: Context): Delivery {
  if (output === undefined)
    return {
      style: { paint: context.paint, columns: context.columns },
      add: (text) => {
        if (text !== '') context.print(text);
      },
      end: async () => undefined,
    };
  const parts: string[] = [];
  return {
    style: { paint: plain, columns: COLUMNS_OF_FILE },
    add: (text) => void parts.push(text),
    end: () => writeWhole(output, parts.join('')),
  };
}
