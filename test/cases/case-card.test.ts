import assert from 'node:assert/strict';
import { test } from 'node:test';
import MarkdownIt from 'markdown-it';
import { caseCard } from '../../server/src/cases/case-card.ts';
import { citationOf, citingSentence } from '../../server/src/cases/citation-text.ts';
import { resolveKey } from '../../server/src/cases/resolve-key.ts';
import type { Case } from '../../server/src/framework/case-types.ts';
import { parsePlan } from '../../server/src/plan/parse-plan.ts';
import { fifty } from '../rules/helpers.ts';

const kunshan = fifty.cases.get('kunshan-sirna')!;
const markdown = new MarkdownIt({ html: true });
/** The words as a reader sees them. */
const shown = (text: string) =>
  markdown
    .render(text)
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

test('the card tells what happened, why it worked, every fact, what is disputed and what to write instead', () => {
  for (const found of fifty.cases.values()) {
    const zh = shown(caseCard(found, 'zh-CN'));
    const en = shown(caseCard(found, 'en'));
    for (const { statement } of found.facts) {
      assert.ok(zh.includes(statement.zh), `${found.id}: ${statement.zh}`);
      assert.ok(en.includes(statement.en), `${found.id}: ${statement.en}`);
    }
    assert.ok(zh.includes(found.summary.zh) && zh.includes(found.mechanism.zh), found.id);
    for (const { preferred } of found.disputes) if (preferred) assert.ok(zh.includes(preferred.zh), found.id);
    for (const caveat of found.caveats) assert.ok(en.includes(caveat.en), found.id);
  }
});

test('a disputed fact and an unverified one are marked', () => {
  assert.match(shown(caseCard(kunshan, 'zh-CN')), /2016年（与多方资料不符）。〔1〕 有争议/);
  assert.match(shown(caseCard(fifty.cases.get('yuhang-biomedicine')!, 'en')), /about 40 biomedicine.*unverified/);
});

test('links lead to the web, and only to sources whose link may be shown', () => {
  for (const found of fifty.cases.values()) {
    const links = [...markdown.render(caseCard(found, 'en')).matchAll(/href="([^"]*)"/g)].map((match) => match[1]!);
    for (const link of links) assert.match(link, /^https?:\/\//, found.id);
    const shownSources = found.sources.filter(({ showLink, URL }) => showLink && URL);
    assert.equal(links.length, shownSources.length, found.id);
  }
});

test('nothing in a case of one’s own becomes HTML, a link or a heading', () => {
  const hostile =
    '<img src=x onerror=alert(1)> [go](command:evil) # **loud** `code`\n\n# heading $(icon) <https://evil.example>';
  const own: Case = {
    ...kunshan,
    title: { zh: hostile, en: hostile },
    summary: { zh: hostile, en: hostile },
    caveats: [{ zh: hostile, en: hostile }],
    sources: [{ ...kunshan.sources[0]!, title: hostile, showLink: true, URL: 'command:evil' }],
  };
  const html = markdown.render(caseCard(own, 'zh-CN'));
  assert.doesNotMatch(html, /<img|<a |<h1|<code>code|href/);
  assert.ok(html.includes('&lt;img'));
  assert.ok(!caseCard(own, 'zh-CN').includes('$('));
});

test('accepted text is a citation that is read back as the same key', () => {
  for (const key of ['liushi-low-voltage', 'a.b.', 'x--y', '云栅-经验']) {
    assert.deepEqual(
      parsePlan(`参考${citationOf(key)}。\n`).citations.map((one) => one.key),
      [key],
    );
  }
});

test('the sentence to insert says where, tells a fact of the case and cites it', () => {
  assert.equal(
    citingSentence(fifty.cases.get('liushi-low-voltage')!, 'zh-CN'),
    '温州柳市：1990年整治中，全镇1267家低压电器门市部全部关闭[@liushi-low-voltage]。',
  );
  for (const found of fifty.cases.values()) {
    for (const locale of ['zh-CN', 'en'] as const) {
      const sentence = citingSentence(found, locale);
      assert.deepEqual(
        parsePlan(sentence).citations.map(({ key }) => key),
        [found.id],
      );
      assert.match(sentence, locale === 'en' ? / \[@[a-z-]+\]\.$/ : /[^ ]\[@[a-z-]+\]。$/);
    }
  }
});

test('a key may name one source of a case', () => {
  assert.equal(resolveKey(fifty, 'liushi-low-voltage')?.source, undefined);
  assert.equal(resolveKey(fifty, 'liushi-low-voltage/cns-2023')?.source?.id, 'cns-2023');
  assert.equal(resolveKey(fifty, 'liushi-low-voltage/none'), undefined);
  assert.equal(resolveKey(fifty, 'liushi'), undefined);
});
