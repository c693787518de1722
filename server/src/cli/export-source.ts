import type { Language, Plan } from '../plan/types.ts';
import type { Range } from '../text.ts';

export interface ExportSource {
  /** The plan without its front matter and without what it says to parkplan. */
  readonly markdown: string;
  readonly language: Language;
  /** Where no heading of the text is the title. */
  readonly title: string | undefined;
  /** -1: the only heading of the first level is the title, and chapters move up. */
  readonly shift: 0 | -1;
  /** A chapter for the references is there. */
  readonly hasReferences: boolean;
}

/** What pandoc is given of a plan. */
export function exportSource(plan: Plan): ExportSource {
  const { text, frontMatter, sections, title, language } = plan;
  let markdown = '';
  let from = frontMatter?.range.end ?? 0;
  for (const { range, newText } of changesTo(plan)) {
    if (range.start < from) continue;
    markdown += text.slice(from, range.start) + newText;
    from = range.end;
  }
  markdown += text.slice(from);
  const tops = plan.blocks.filter(
    ({ kind, range }) => kind === 'heading' && /^ {0,3}#(?!#)/.test(text.slice(range.start, range.start + 5)),
  );
  const first = plan.blocks[0];
  const isTitled = tops.length === 1 && first !== undefined && tops[0] === first;
  return {
    markdown: markdown.replace(/^\ufeff/, ''),
    language,
    title: isTitled ? undefined : title?.text,
    shift: isTitled ? -1 : 0,
    hasReferences: sections.some(({ kind, heading }) => kind === 'references' && heading !== undefined),
  };
}

/** What is said to parkplan goes out; between citations a full-width semicolon, which pandoc takes for part of a page, becomes its own. */
function changesTo({ text, directives, citations }: Plan): { range: Range; newText: string }[] {
  const brackets = new Map(citations.map(({ range }) => [range.start, range]));
  return [
    ...directives.map(({ range }) => ({ range, newText: '' })),
    ...[...brackets.values()].map((range) => ({
      range,
      newText: text.slice(range.start, range.end).replaceAll('；', '; '),
    })),
  ].sort((a, b) => a.range.start - b.range.start);
}

/**
 * Text from a plan is never trusted: raw HTML is dropped but for line breaks, a link leads to the web, to mail or within the document, and an image from elsewhere,
 * which pandoc would fetch, becomes a link.
 */
export const EXPORT_FILTER = `
local function is_break(text) return text:match('^<[bB][rR]%s*/?>$') ~= nil end
local function scheme(target) local s = target:match('^(%a[%w+.-]*):') return s and s:lower() end
local allowed = { http = true, https = true, mailto = true }
function RawInline(el)
  if el.format:match('html') and is_break(el.text) then return pandoc.LineBreak() end
  return {}
end
function RawBlock() return {} end
function Link(el)
  local s = scheme(el.target)
  if (s and not allowed[s]) or el.target:match('^//') then return el.content end
end
function Image(el)
  local s = scheme(el.src)
  if not s and not el.src:match('^//') then return nil end
  local words = #el.caption > 0 and el.caption or { pandoc.Str(el.src) }
  if s == 'http' or s == 'https' then return pandoc.Link(words, el.src) end
  return words
end
`;

/** Run behind citeproc: GB/T 7714 joins numbers and pages with a hyphen, citeproc with a dash. */
export const CITATION_FILTER = `
function Cite(el)
  return pandoc.walk_inline(el, { Str = function(s) return pandoc.Str((s.text:gsub('–', '-'))) end })
end
`;
