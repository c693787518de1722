import { compileFramework, type Framework } from '../../server/src/framework/compile.ts';
import type { GroupSource, PatternSource, TopicSource } from '../../server/src/framework/types.ts';

const words = (zh: string, en: string) => ({ zh, en });

/** A framework of one essential, `talent`, and the words of speech that the sentences of the tests need. */
export function frameworkOf(
  patterns: readonly PatternSource[],
  groups: Readonly<Record<string, GroupSource>>,
  more: Pick<TopicSource, 'headings'> = {},
): Framework {
  return compileFramework({
    framework: {
      id: 'toy',
      version: '1',
      title: words('试验框架', 'Toy'),
      summary: words('试验', 'Toy'),
      lexicon: '',
      speech: '',
      essentials: '',
      pathways: [],
      defaults: { required: [] },
    },
    lexicon: { groups },
    speech: {
      act: { zh: ['引进', '设立', '给予', '建设', '支持'], en: ['will'] },
      urge: { zh: ['加强', '提升'], en: ['strengthen*'] },
      slogan: { zh: ['加强'] },
      vague: { zh: ['一批'] },
      growth: { zh: ['培育'] },
      describe: { zh: ['已有', '截至'], en: ['already'] },
      negate: { zh: ['暂不', '尚未', '不涉及'], en: ['will not'] },
      defer: { zh: ['另行研究', '待明确'], en: ['to be determined'] },
      lack: { zh: ['缺乏', '不足'], en: ['lack*'] },
    },
    essentials: {
      essentials: [
        {
          id: 'talent',
          title: words('人才', 'Talent'),
          question: words('问', 'Ask'),
          counts: words('算', 'Counts'),
          mention: words('提', 'Mention'),
          need: 'required',
          skeleton: words('写', 'Write'),
          source: [],
          patterns,
          ...more,
        },
      ],
    },
    pathways: [],
    hash: '00000000',
  });
}
