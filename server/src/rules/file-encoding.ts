import { local } from './local.ts';
import type { Rule } from './types.ts';

/** About a file and not about its text: the engine sees decoded text only, so a host that reads files tells it. */
export const fileEncoding: Rule = {
  id: 'file-encoding',
  title: local('文件不是 UTF-8', 'A file that is not UTF-8'),
  description: local(
    '文件不是 UTF-8（例如 GB18030 或 UTF-16）。内容照常检查，--fix 保持原编码，此条只是提示。由命令行指出。',
    'The file is not UTF-8 (but GB18030 or UTF-16, say). Its content is checked all the same and --fix keeps its encoding; this is only a hint. Told by the command line.',
  ),
  severity: 'hint',
  examples: [],
  check: () => [],
};
