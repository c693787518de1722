import type { Case, CaseFact } from '../framework/case-types.ts';
import type { ElementSource, PathwaySource } from '../framework/types.ts';
import type { Paint } from '../report/paint.ts';
import type { Rule, Stage } from '../rules/types.ts';
import { type Locale, type LocalText, say } from '../text.ts';
import { type WordKey, word } from '../words/catalogue.ts';

const STAGES: readonly Stage[] = ['outline', 'draft', 'consultation', 'review', 'issued'];

/** What a rule reports, how severe it is, and its examples. */
export function ruleText(rule: Rule, locale: Locale, paint: Paint): string {
  const page = pageOf(locale, paint);
  page.title(rule.id, say(rule.title, locale));
  page.paragraph(say(rule.description, locale));
  page.section('explainSeverity', severityLines(rule.severity, locale));
  for (const example of rule.examples) {
    page.heading(`${word(locale, 'explainExample')}: ${say(example.title, locale)}`);
    page.block(example.text);
    const told = [
      ...example.reports,
      ...(example.reportsAtLeast ?? []).map(({ at, element, pathway }) => `${at} (${element ?? pathway})`),
    ];
    const reports =
      told.length === 0
        ? word(locale, 'explainReportsNothing')
        : `${word(locale, 'explainReports')}: ${told.join(' · ')}`;
    page.line(`→ ${reports}`);
  }
  return page.text();
}

function severityLines(severity: Rule['severity'], locale: Locale): string[] {
  if (typeof severity === 'string') return [`${word(locale, 'explainEveryStage')}: ${severity}`];
  return STAGES.map((stage) => `${stage}: ${severity[stage] === 'off' ? word(locale, 'explainOff') : severity[stage]}`);
}

/** What a pathway is, whom it fits, and its elements. */
export function pathwayText(pathway: PathwaySource, locale: Locale, paint: Paint): string {
  const page = pageOf(locale, paint);
  page.title(pathway.id, say(pathway.title, locale));
  page.paragraph(say(pathway.summary, locale));
  page.section('explainMechanism', [say(pathway.mechanism, locale)]);
  page.section('explainFits', [say(pathway.fits, locale)]);
  page.section('explainUnfit', [say(pathway.unfit, locale)]);
  page.section(
    'explainElements',
    pathway.elements.map((element) => `${element.id}  ${say(element.title, locale)}  ${need(element, locale)}`),
  );
  return page.text();
}

/** What an element or essential asks, what counts, and the skeleton to start from. */
export function elementText(element: ElementSource, locale: Locale, paint: Paint): string {
  const page = pageOf(locale, paint);
  page.title(element.id, say(element.title, locale));
  if (element.id.includes('/')) page.section('explainNeed', [need(element, locale)]);
  page.section('explainQuestion', [say(element.question, locale)]);
  page.section('explainCounts', [say(element.counts, locale)]);
  page.section('explainMention', [say(element.mention, locale)]);
  page.heading(word(locale, 'explainSkeleton'));
  page.block(say(element.skeleton, locale));
  page.section('explainCases', element.cases ?? []);
  page.section(
    'explainSource',
    element.source.map(({ title, url }) => (url === undefined ? title : `${title}  ${url}`)),
  );
  return page.text();
}

function need(element: ElementSource, locale: Locale): string {
  return word(locale, element.need === 'required' ? 'explainRequired' : 'explainRecommended');
}

/** A case with its figures and sources. A source whose link must not be shown is named without it. */
export function caseText(found: Case, locale: Locale, paint: Paint): string {
  const page = pageOf(locale, paint);
  const local = (text: LocalText) => say(text, locale);
  page.title(found.id, local(found.title));
  page.paragraph(local(found.summary));
  const { country, province, city, district } = found.region;
  const places = [country, province, city, district, found.park].filter((one) => one !== undefined);
  page.section('explainPlace', [places.map(local).join(' · ')]);
  page.section('explainIndustry', [local(found.industry)]);
  page.section('explainPeriod', [found.period]);
  page.section('explainPathways', found.pathways);
  page.section('explainMechanism', [local(found.mechanism)]);
  page.section('explainLessons', found.lessons.map(local));
  page.section('explainCaveats', found.caveats.map(local));
  page.section(
    'explainFacts',
    found.facts.map((fact) => local(fact.statement) + statusOf(fact, locale)),
  );
  page.section(
    'explainDisputes',
    found.disputes.map(({ statement, note, preferred }) =>
      [local(statement), local(note), ...(preferred ? [word(locale, 'explainPreferred', local(preferred))] : [])].join(
        '\n',
      ),
    ),
  );
  page.section(
    'explainSource',
    found.sources.map(({ title, URL, showLink }) => (showLink && URL !== undefined ? `${title}  ${URL}` : title)),
  );
  return page.text();
}

function statusOf(fact: CaseFact, locale: Locale): string {
  if (fact.status === 'disputed') return ` (${word(locale, 'explainDisputed')})`;
  return fact.status === 'unverified' ? ` (${word(locale, 'explainUnverified')})` : '';
}

function pageOf(locale: Locale, paint: Paint) {
  const lines: string[] = [];
  const heading = (text: string) => void lines.push('', paint.bold(text));
  return {
    title: (id: string, title: string) => void lines.push(`${paint.bold(paint.underline(title))}  ${paint.dim(id)}`),
    paragraph: (text: string) => void lines.push('', text.trim()),
    heading,
    line: (text: string) => void lines.push(`  ${text}`),
    section(key: WordKey, items: readonly string[]) {
      const told = items.filter((item) => item.trim() !== '');
      if (told.length === 0) return;
      heading(word(locale, key));
      for (const item of told)
        lines.push(
          ...item
            .trim()
            .split('\n')
            .map((line, i) => (i === 0 && told.length > 1 ? `  - ${line}` : `  ${told.length > 1 ? '  ' : ''}${line}`)),
        );
    },
    block: (text: string) =>
      void lines.push(
        ...text
          .trim()
          .split('\n')
          .map((line) => paint.dim(`  │ ${line}`)),
      ),
    text: () => `${lines.join('\n')}\n`,
  };
}
