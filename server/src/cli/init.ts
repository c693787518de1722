import { say } from '../text.ts';
import { type Context, EXIT } from './context.ts';
import { writeNew } from './write.ts';

/** `init`: a commented configuration in the working folder. */
export async function init(options: { readonly force?: boolean }, context: Context): Promise<number> {
  const path = '.parkplan.yaml';
  await writeNew(path, say(TEMPLATE, context.locale), options.force === true);
  context.note(context.word('written', path));
  return EXIT.clean;
}

const TEMPLATE = {
  zh: `# parkplan 的配置。对本目录及下级目录中的规划生效；离规划最近的一份配置起作用。
# 只能写数据，不会运行任何程序。去掉行首的 # 即启用该项。

# 继承其他配置：本地文件（以 ./ 或 ../ 开头）或已安装的软件包。本文件中的设置优先。
# extends: ./shared/parkplan.yaml

# 用哪个框架：nine-pathways 为内置的九路径框架，也可写自己的 framework.yaml 的路径。
# framework: nine-pathways

# 自己的案例所在目录，与内置案例库合并使用。
# cases: [cases]

# 自己的参考文献：.bib 或 CSL-JSON（.json）；其中的编号可以和案例一样引用。
# bibliography: references.bib

# 哪些文件一律视为规划。不写时，由文件头、标题和结构判断。
# plans: ["plans/**/*.md"]

# 哪些文件和目录不检查。
# ignore: ["drafts/old", "**/参考资料/**"]

# 规划所处阶段，文件头另有说明的以文件头为准：
# outline（提纲） draft（草案） consultation（征求意见稿） review（送审稿） issued（印发稿）
# stage: draft

# 各条规则的级别：off、hint、info、warning、error。用 parkplan explain 规则编号 查看规则。
# rules:
#   unowned-task: info

# 只对部分文件生效的设置，后写的优先。
# overrides:
#   - files: ["提纲/**"]
#     stage: outline
#     rules:
#       placeholder: off
`,
  en: `# Configuration of parkplan. It holds for plans in this folder and below; the configuration nearest to a plan applies.
# It is data only and never runs anything. Remove a leading # to turn a setting on.

# Other configurations to build on: local files (./ or ../) or installed packages. What stands here wins.
# extends: ./shared/parkplan.yaml

# The framework: nine-pathways is built in; or the path of a framework.yaml of your own.
# framework: nine-pathways

# Folders with cases of your own, added to the built-in library.
# cases: [cases]

# Bibliographies of your own, .bib or CSL-JSON (.json): their keys may be cited besides the cases.
# bibliography: references.bib

# Files that are plans whatever they look like. Otherwise front matter, title and structure decide.
# plans: ["plans/**/*.md"]

# Files and folders to leave alone.
# ignore: ["drafts/old", "**/reference/**"]

# How far the plans are, where their front matter does not say so:
# outline, draft, consultation, review or issued
# stage: draft

# Severity of each rule: off, hint, info, warning or error. See parkplan explain RULE.
# rules:
#   unowned-task: info

# Settings for some files only; later ones win.
# overrides:
#   - files: ["outlines/**"]
#     stage: outline
#     rules:
#       placeholder: off
`,
};
