import assert from 'node:assert/strict';
import { test } from 'node:test';
import MarkdownIt from 'markdown-it';
import { citationsPlugin, type PreviewSources } from '../../server/src/preview/citations-plugin.ts';
import type { Reference } from '../../server/src/references/types.ts';
import { fifty } from '../rules/helpers.ts';

const OWN: ReadonlyMap<string, Reference> = new Map([
  [
    'porter1998',
    {
      id: 'porter1998',
      type: 'book',
      title: 'On Competition',
      author: [{ family: 'Porter', given: 'Michael E.' }],
      publisher: 'HBS Press',
      'publisher-place': 'Boston',
      issued: { 'date-parts': [[1998]] },
      language: 'en',
    },
  ],
]);
const SOURCES: PreviewSources = {
  cases: fifty,
  references: OWN,
  locale: 'zh-CN',
  options: { edition: '2025', style: 'numeric' },
};

function render(text: string, sources: Partial<PreviewSources> | 'none' = {}): string {
  const md = new MarkdownIt({ linkify: true });
  citationsPlugin(md, () => (sources === 'none' ? undefined : { ...SOURCES, ...sources }));
  return md.render(text);
}

/** The text before the list of references, without cards. */
const body = (html: string) => html.split('<section')[0]!.replace(/ title="[^"]*"/g, '');

test('citations become numbers in the order of citing, with a list of references behind the text', () => {
  const html = render(
    '整治[@liushi-low-voltage]，市场[@keqiao-textile-chain; @liushi-low-voltage, 第3页]，见 @porter1998。\n',
  );
  assert.equal(
    body(html),
    '<p>整治<sup class="parkplan-citation">[<a href="#parkplan-reference-1">1</a>]</sup>，市场<sup class="parkplan-citation">[<a href="#parkplan-reference-2">2</a>,<a href="#parkplan-reference-1">1，第3页</a>]</sup>，见 <span class="parkplan-citation">[<a href="#parkplan-reference-3">3</a>]</span>。</p>\n',
  );
  const list = html.split('<section')[1]!;
  assert.match(list, /<h2>参考文献<\/h2>/);
  assert.equal(list.split('<p id=').length - 1, 3);
  assert.match(list, /<p id="parkplan-reference-1">\[1\] .*柳市.*<a href="https?:\/\/[^"]*">/);
  assert.match(
    list,
    /<p id="parkplan-reference-3">\[3\] Porter M E\. On Competition\[M\]\. Boston：HBS Press，1998\.<\/p>/,
  );
});

test('the hover card tells what happened, the figures, and what is disputed', () => {
  const title = /title="([^"]*)"/.exec(render('[@kunshan-sirna]\n'))![1]!;
  assert.match(title, /^昆山小核酸：一位科学家带出一个产业\n江苏省苏州市昆山市/);
  assert.match(title, /参会500余人/);
  assert.match(title, /2016年（与多方资料不符）。（有争议）/);
  assert.match(title, /建议采用：2006年前后/);
  assert.match(
    /title="([^"]*)"/.exec(render('[@kunshan-sirna]\n', { locale: 'en' }))![1]!,
    /^Kunshan small nucleic acids/,
  );
  assert.match(/title="([^"]*)"/.exec(render('[@porter1998]\n'))![1]!, /^Porter M E\. On Competition/);
});

test('by author and year; a minus leaves the author out', () => {
  const html = render('理论[@porter1998, p. 3]，@porter1998 说，[-@porter1998]\n', {
    options: { edition: '2025', style: 'author-year' },
  });
  assert.equal(
    body(html).replace(/<\/?(?:a|span|p)[^>]*>/g, ''),
    '理论（Porter，1998，p. 3），Porter（1998） 说，（1998）\n',
  );
});

test('code, links, escapes and addresses are left alone', () => {
  const text =
    '`@liushi-low-voltage` [@liushi-low-voltage](https://a.cn) \\@liushi-low-voltage a@park.cn\n\n    @liushi-low-voltage\n';
  assert.equal(render(text), render(text, 'none'));
});

test('a document that cites nothing known stays as it is, as one without sources does', () => {
  const text = '感谢 @someone 和 [@anybody]。\n';
  assert.equal(render(text), '<p>感谢 @someone 和 [@anybody]。</p>\n');
  assert.equal(render('[@liushi-low-voltage]\n', 'none'), '<p>[@liushi-low-voltage]</p>\n');
});

test('an older markdown-it, which knows no joining of text, is served too', () => {
  const md = new MarkdownIt();
  const { ruler } = md.core;
  const before = ruler.before.bind(ruler);
  ruler.before = (name, ...rest) => {
    if (name === 'text_join') throw new Error('Parser rule not found: text_join');
    return before(name, ...rest);
  };
  citationsPlugin(md, () => SOURCES);
  assert.match(
    body(md.render('市场[@yiwu-market]。\n')),
    /<sup class="parkplan-citation">\[<a href="#parkplan-reference-1">1<\/a>\]<\/sup>/,
  );
});

test('beside a known key an unknown one is marked; alone it stays text', () => {
  const html = body(render('[@liushi-low-voltage; @nobody] [@nobody]\n'));
  assert.match(html, /<span class="parkplan-unknown">nobody\?<\/span>\]<\/sup> \[@nobody\]/);
});

test('citations in emphasis, tables, lists and headings', () => {
  const html = body(render('# 甲[@yiwu-market]\n\n- **乙[@yiwu-market]**\n\n| 丙 |\n|---|\n| [@yiwu-market] |\n'));
  assert.equal(html.split('<sup class="parkplan-citation">').length - 1, 3);
});

test('whatever a text, a case or a bibliography holds is shown as text', () => {
  const evil = '"><img src=x onerror=alert(1)><script>alert(2)</script>';
  const own: ReadonlyMap<string, Reference> = new Map([
    ['evil', { id: 'evil', type: 'webpage', title: evil, author: [{ literal: evil }], URL: 'javascript:alert(3)' }],
  ]);
  for (const style of ['numeric', 'author-year'] as const) {
    const html = render('[@evil, "><img src=x>; @{"><b>}]\n', { references: own, options: { edition: '2025', style } });
    assert.doesNotMatch(html, /<img|<script|<b>|href="javascript/);
    assert.ok(html.includes('&#60;img'));
  }
});
