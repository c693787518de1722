import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

/**
 * Markdown to mdast. Offsets are UTF-16 units of `text`. Any string; never throws.
 * Departures from GFM, because they would lose a plan's words: no indented code (pasted Chinese paragraphs are indented),
 * no single-tilde deletion (100~200万元).
 */
export function parseMarkdown(text: string, start = 0): Root {
  return parser.parse(' '.repeat(start) + text.slice(start));
}

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(keepWords).freeze();

function keepWords(this: Processor): undefined {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: ['codeIndented'] } }];
  // The transform for literal e-mail addresses makes nodes without positions; the tokenizer finds them as well.
  data.fromMarkdownExtensions = withoutTransforms(data.fromMarkdownExtensions ?? []);
}

function withoutTransforms(extensions: readonly unknown[]): unknown[] {
  return extensions.map((one) => {
    if (Array.isArray(one)) return withoutTransforms(one);
    const { transforms: _, ...rest } = one as { transforms?: unknown };
    return rest;
  });
}
