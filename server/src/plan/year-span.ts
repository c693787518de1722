/** The first span of years in a title or in the front matter, whatever dash is between them: 2024－2026年, 2026—2030, 2026年至2030年. */
export function yearSpan(text: string): { readonly from: number; readonly to: number } | undefined {
  const years = /(20\d\d)\s*年?\s*[-‐-―−~至到]+\s*(20\d\d)/.exec(text.normalize('NFKC'));
  return years ? { from: Number(years[1]), to: Number(years[2]) } : undefined;
}
