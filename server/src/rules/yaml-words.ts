import type { FrontMatterProblem } from '../plan/types.ts';
import type { LocalText } from '../text.ts';

/** What YAML's own codes of errors mean, in Chinese; English has YAML's own words. */
const ZH: Readonly<Record<string, string>> = {
  BAD_ALIAS: '以 * 开头的值要加引号',
  BAD_COLLECTION_TYPE: '以 ! 开头的标记不能用',
  BAD_DIRECTIVE: '以 % 开头的行写错',
  BAD_DQ_ESCAPE: '双引号里的反斜杠写法不对',
  BAD_INDENT: '缩进不对，或括号没有写全',
  BAD_SCALAR_START: '值不能以这个符号开头，可加引号',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个冒号，含冒号的值要加引号',
  BLOCK_IN_FLOW: '括号里不能另起行写键或列项',
  DUPLICATE_KEY: '同一个键写了两次',
  MISSING_CHAR: '引号、括号、冒号或逗号没有写全',
  MULTILINE_IMPLICIT_KEY: '键不能跨行，或少了冒号',
  TAB_AS_INDENT: '缩进要用空格，不能用制表符',
  TAG_RESOLVE_FAILED: '以 ! 开头的标记不能用',
  UNCLOSED: '文件头没有用一行 --- 结束',
  UNEXPECTED_TOKEN: '多出了符号或文字',
};

/** What is wrong with a front matter's YAML, for people. */
export function yamlWords({ code, message }: FrontMatterProblem): LocalText {
  return { zh: (code && ZH[code]) || '这里的写法读不出来', en: message };
}
