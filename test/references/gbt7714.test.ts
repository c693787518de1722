import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referenceText } from '../../server/src/references/gbt7714.ts';
import { listMarkdown } from '../../server/src/references/list-markdown.ts';
import { referenceCard } from '../../server/src/references/reference-card.ts';
import { listReferences } from '../../server/src/references/reference-list.ts';
import type { Reference, ReferenceOptions } from '../../server/src/references/types.ts';

const NOW: ReferenceOptions = { edition: '2025', style: 'numeric' };
const BEFORE: ReferenceOptions = { edition: '2015', style: 'numeric' };

const day = (...parts: number[]) => ({ 'date-parts': [parts] });

const journal: Reference = {
  id: 'yu2012',
  type: 'article-journal',
  title: '互联网药品可信交易环境中主体资质审核备案模式',
  author: ['于潇', '刘义', '柴跃廷', '孙宏波'].map((family) => ({ family })),
  'container-title': '清华大学学报（自然科学版）',
  volume: 52,
  issue: 11,
  page: '1518–1523',
  issued: day(2012),
  language: 'zh-CN',
};
const western: Reference = {
  id: 'myburg2014',
  type: 'article-journal',
  title: 'The genome of Eucalyptus grandis',
  author: [
    { family: 'Myburg', given: 'Alexander A.' },
    { family: 'Grattapaglia', given: 'Dario' },
    { family: 'Tuskan', given: 'Gerald A.' },
    { family: 'Hellsten', given: 'Uffe' },
  ],
  'container-title': 'Nature',
  volume: 510,
  page: '356-362',
  issued: day(2014),
  accessed: day(2014, 6, 25),
  URL: 'https://www.nature.com/articles/nature13308.pdf',
  DOI: '10.1038/nature13308',
  language: 'en',
};
const page: Reference = {
  id: 'xu2025',
  type: 'webpage',
  title: '“好好干，当一个好工人”',
  author: [{ literal: '许振超' }],
  'container-title': '人民网',
  issued: day(2025, 2, 17),
  accessed: day(2025, 6, 22),
  URL: 'https://cpc.people.com.cn/n1/2025/0217/c443712-40419790.html',
  language: 'zh-CN',
};
const book: Reference = {
  id: 'peebles2001',
  type: 'book',
  title: 'Probability, random variables, and random signal principles',
  author: [{ family: 'Peebles', given: 'Peyton Z.', suffix: 'Jr' }],
  edition: '4',
  publisher: 'McGraw-Hill',
  'publisher-place': 'New York',
  issued: day(2001),
  language: 'en',
};

test('the 2025 edition: full-width marks but for the stop, names in their own letters, 等 and et al by each entry’s language', () => {
  assert.equal(
    referenceText(journal, NOW),
    '于潇，刘义，柴跃廷，等. 互联网药品可信交易环境中主体资质审核备案模式[J]. 清华大学学报（自然科学版），2012，52（11）：1518-1523.',
  );
  assert.equal(
    referenceText(western, NOW),
    'Myburg A A，Grattapaglia D，Tuskan G A，et al. The genome of Eucalyptus grandis[J/OL]. Nature，2014，510：356-362. https://www.nature.com/articles/nature13308.pdf. DOI:10.1038/nature13308.',
  );
  assert.equal(
    referenceText(page, NOW),
    '许振超. “好好干，当一个好工人”[EB/OL].（2025-02-17）[2025-06-22]. https://cpc.people.com.cn/n1/2025/0217/c443712-40419790.html.',
  );
  assert.equal(
    referenceText(book, NOW),
    'Peebles P Z，Jr. Probability, random variables, and random signal principles[M]. 4th ed. New York：McGraw-Hill，2001.',
  );
});

test('the 2015 edition: half-width marks, Western family names in capitals, the day of reading for all that is online', () => {
  assert.equal(
    referenceText(journal, BEFORE),
    '于潇, 刘义, 柴跃廷, 等. 互联网药品可信交易环境中主体资质审核备案模式[J]. 清华大学学报（自然科学版）, 2012, 52(11): 1518-1523.',
  );
  assert.equal(
    referenceText(western, BEFORE),
    'MYBURG A A, GRATTAPAGLIA D, TUSKAN G A, et al. The genome of Eucalyptus grandis[J/OL]. Nature, 2014, 510: 356-362[2014-06-25]. https://www.nature.com/articles/nature13308.pdf. DOI:10.1038/nature13308.',
  );
  assert.equal(
    referenceText(page, BEFORE),
    '许振超. “好好干，当一个好工人”[EB/OL]. (2025-02-17)[2025-06-22]. https://cpc.people.com.cn/n1/2025/0217/c443712-40419790.html.',
  );
});

test('by author and year the year stands behind the author', () => {
  const options: ReferenceOptions = { edition: '2025', style: 'author-year' };
  assert.equal(
    referenceText(journal, options, 'a'),
    '于潇，刘义，柴跃廷，等，2012a. 互联网药品可信交易环境中主体资质审核备案模式[J]. 清华大学学报（自然科学版），52（11）：1518-1523.',
  );
  assert.equal(
    referenceText(book, { ...options, edition: '2015' }),
    'PEEBLES P Z, Jr, 2001. Probability, random variables, and random signal principles[M]. 4th ed. New York: McGraw-Hill.',
  );
});

test('each type has its code and its own fields', () => {
  const of = (fields: Partial<Reference>) =>
    referenceText({ id: 'x', type: 'document', title: '题名', language: 'zh-CN', ...fields }, NOW);
  assert.equal(
    of({
      type: 'article-newspaper',
      title: '数字革命与竞争国际化',
      author: [{ literal: '丁文详' }],
      'container-title': '中国青年报',
      issued: day(2000, 11, 20),
      page: 15,
    }),
    '丁文详. 数字革命与竞争国际化[N]. 中国青年报，2000-11-20（15）.',
  );
  assert.equal(
    of({
      type: 'report',
      title: '电信业发展白皮书',
      author: [{ literal: '中国信息通信研究院' }],
      issued: day(2023, 12, 28),
      URL: 'http://www.caict.ac.cn/a.pdf',
    }),
    '中国信息通信研究院. 电信业发展白皮书[R/OL]. 2023-12-28. http://www.caict.ac.cn/a.pdf.',
  );
  assert.equal(
    of({
      type: 'thesis',
      author: [{ literal: '刘乃安' }],
      publisher: '中国科学技术大学',
      'publisher-place': '合肥',
      issued: day(2000),
    }),
    '刘乃安. 题名[D]. 合肥：中国科学技术大学，2000.',
  );
  assert.equal(
    of({
      type: 'paper-conference',
      author: [{ literal: '汪学军' }],
      editor: [{ literal: '国家环境保护总局生物安全管理办公室' }],
      'container-title': '研讨会论文集',
      publisher: '中国环境科学出版社',
      'publisher-place': '北京',
      issued: day(2005),
      page: '22-25',
    }),
    '汪学军. 题名[C]//国家环境保护总局生物安全管理办公室. 研讨会论文集. 北京：中国环境科学出版社，2005：22-25.',
  );
  assert.equal(
    of({ type: 'standard', number: 'GB/T 3792—2021', title: '信息与文献 资源描述', author: [{ literal: '某委员会' }] }),
    'GB/T 3792—2021 信息与文献 资源描述[S].',
  );
  assert.equal(
    of({
      type: 'dataset',
      author: [{ literal: '周壮' }],
      version: 'V1.0',
      publisher: '数据中心',
      issued: day(2023, 9, 10),
      accessed: day(2025, 7, 15),
      URL: 'https://www.nbsdc.cn/x',
    }),
    '周壮. 题名[DS/OL]. V1.0. 数据中心（2023-09-10）[2025-07-15]. https://www.nbsdc.cn/x.',
  );
  assert.equal(of({ type: 'something-new' }), '题名[Z].');
});

test('without a language the script decides; without an author a page is its site’s, anything else nobody’s', () => {
  const names = ['Jansen', 'Bakker', 'de Vries', 'Smit'].map((family) => ({ family, given: 'Jan' }));
  assert.match(
    referenceText({ id: 'a', type: 'book', title: 'Clusters', author: names }, NOW),
    /^Jansen J，Bakker J，de Vries J，et al\./,
  );
  assert.match(referenceText({ id: 'a', type: 'book', title: '集群', author: names }, NOW), /，等\./);
  assert.match(
    referenceText(
      { id: 'a', type: 'webpage', title: '概况', 'container-title': '柯桥在线（转载）', URL: 'https://a.cn' },
      NOW,
    ),
    /^柯桥在线\. 概况\[EB\/OL\]/,
  );
  const none = { id: 'a', type: 'book', title: '集群', issued: day(2020) };
  assert.equal(referenceText(none, NOW), '集群[M]. 2020.');
  assert.equal(referenceText(none, { ...NOW, style: 'author-year' }), '佚名，2020. 集群[M].');
});

test('the mark before a subtitle is the edition’s own', () => {
  const work: Reference = { id: 'a', type: 'book', title: 'Water quality & treatment: a handbook', language: 'en' };
  assert.equal(referenceText(work, NOW), 'Water quality & treatment：a handbook[M].');
  assert.equal(referenceText(work, BEFORE), 'Water quality & treatment: a handbook[M].');
});

test('an address that is none is no link', () => {
  assert.equal(referenceText({ id: 'a', type: 'book', title: '集群', URL: 'javascript:alert(1)' }, NOW), '集群[M].');
});

test('numbered in the order of citing; or Chinese before Western by author and year, with letters for works of one author and year', () => {
  assert.deepEqual(
    listReferences([western, page, journal], NOW).map(({ number, reference }) => `${number} ${reference.id}`),
    ['1 myburg2014', '2 xu2025', '3 yu2012'],
  );
  const again = { ...page, id: 'xu2025-2', title: '再谈' };
  const byYear = listReferences([western, page, journal, again], { edition: '2025', style: 'author-year' });
  assert.deepEqual(
    byYear.map(({ label }) => `${label.author} ${label.year}`),
    ['许振超 2025a', '许振超 2025b', '于潇 等 2012', 'Myburg et al. 2014'],
  );
});

test('as Markdown every word stays a word', () => {
  const hostile = {
    id: 'h',
    type: 'webpage',
    title: '<b>集群</b> *与* [网络](http://evil.example) `x`',
    language: 'zh-CN',
    URL: 'https://a.cn/x',
  };
  const [line] = listMarkdown(listReferences([hostile], NOW), NOW).split('\n');
  assert.equal(
    line,
    '\\[1\\] \\<b\\>集群\\</b\\> \\*与\\* \\[网络\\](http://evil.example) \\`x\\`\\[EB/OL\\]. <https://a.cn/x>.',
  );
});

test('the hover of a work is its reference, escaped, with its address as a link', () => {
  assert.equal(
    referenceCard(page, NOW),
    '许振超\\. “好好干，当一个好工人”\\[EB\\/OL\\]\\.（2025\\-02\\-17）\\[2025\\-06\\-22\\]. [https\\:\\/\\/cpc\\.people\\.com\\.cn\\/n1\\/2025\\/0217\\/c443712\\-40419790\\.html](<https://cpc.people.com.cn/n1/2025/0217/c443712-40419790.html>). `xu2025`',
  );
});
