import type { CheckResult } from '../check.ts';
import { type Evidence, LEVELS, type Level } from '../evidence/types.ts';
import type { CompiledTopic, Framework } from '../framework/compile.ts';
import type { ElementSource } from '../framework/types.ts';
import { scoresText } from '../report/text.ts';
import { LEVEL_WORDS, ROLE_WORDS } from '../report/topic-words.ts';
import { type Locale, lineOf, say } from '../text.ts';
import { word } from '../words/catalogue.ts';
import type { Checked } from './checker.ts';
import type { Coverage, CoverageEvidence, CoverageGroup, CoverageTopic, DocumentParams } from './protocol.ts';
import type { Feature } from './server-context.ts';
import { statusOf } from './status.ts';

/** `parkplan/coverage`: levels and evidence of a document, for a tree. */
export const coverage: Feature = {
  capabilities: () => ({}),
  register(server) {
    server.connection.onRequest('parkplan/coverage', async ({ textDocument }: DocumentParams) => {
      const checked = await server.checked(textDocument.uri);
      return checked ? coverageOf(checked, await server.localeOf(textDocument.uri)) : null;
    });
  },
};

export function coverageOf(checked: Checked, locale: Locale): Coverage {
  const { plan, result, project } = checked;
  const { framework } = project.engine;
  const shown = statusOf(checked);
  const title = plan.title?.text ?? '';
  if (!result || !framework)
    return {
      ...shown,
      title,
      stage: 'draft',
      consistency: null,
      weakest: null,
      summary: word(locale, 'notAPlan'),
      groups: [],
    };
  const { scores, demand } = result;
  return {
    ...shown,
    title,
    stage: demand.stage,
    consistency: scores.consistency ?? null,
    weakest: scores.weakest ?? null,
    summary: scoresText(scores, framework, locale),
    groups: [
      ...framework.pathways.map(({ id }) => pathwayGroup(id, checked, result, framework, locale)),
      essentialsGroup(checked, result, framework, locale),
    ],
  };
}

function pathwayGroup(
  id: string,
  checked: Checked,
  result: CheckResult,
  framework: Framework,
  locale: Locale,
): CoverageGroup {
  const topic = framework.topics.get(id)!;
  const found = result.evidence.get(id);
  const role = result.demand.roles.get(id)?.role ?? 'unstated';
  const elements = [...framework.topics.values()].filter(({ pathway }) => pathway === id);
  const told = new Set(
    elements.flatMap((one) => result.evidence.get(one.id)?.evidence.map(({ block }) => block) ?? []),
  );
  const own = (found?.evidence ?? []).filter(({ block }) => !told.has(block));
  return {
    id,
    title: say(topic.title, locale),
    level: found?.level ?? 'absent',
    role,
    roleName: word(locale, ROLE_WORDS[role]),
    evidence: own.map((one) => evidenceOf(one, checked)),
    topics: elements.map((one) => topicOf(one, checked, result, locale)),
  };
}

function essentialsGroup(checked: Checked, result: CheckResult, framework: Framework, locale: Locale): CoverageGroup {
  const topics = [...framework.topics.values()]
    .filter(({ kind }) => kind === 'essential')
    .map((topic) => topicOf(topic, checked, result, locale));
  return {
    id: 'essentials',
    title: word(locale, 'coverageEssentials'),
    level: topics.reduce<Level>(
      (least, { level }) => (LEVELS.indexOf(level) < LEVELS.indexOf(least) ? level : least),
      'actionable',
    ),
    role: null,
    roleName: null,
    evidence: [],
    topics,
  };
}

function topicOf(topic: CompiledTopic, checked: Checked, result: CheckResult, locale: Locale): CoverageTopic {
  const { question } = topic.source as ElementSource;
  const found = result.evidence.get(topic.id);
  const level = found?.level ?? 'absent';
  return {
    id: topic.id,
    title: say(topic.title, locale),
    question: say(question, locale),
    level,
    levelName: word(locale, LEVEL_WORDS[level]),
    required: result.demand.required.has(topic.id),
    canInsert: true,
    evidence: (found?.evidence ?? []).map((one) => evidenceOf(one, checked)),
  };
}

function evidenceOf({ range, level, section }: Evidence, { document, plan }: Checked): CoverageEvidence {
  const { heading } = plan.sections[section]!;
  return {
    range: document.positions.rangeOf(range),
    level,
    text: lineOf(plan.text, range),
    heading: heading ? lineOf(plan.text, heading.textRange) : '',
  };
}
