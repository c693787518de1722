import {
  type Disposable,
  EventEmitter,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Coverage, CoverageEvidence, CoverageGroup, CoverageTopic } from '../../server/src/lsp/protocol.ts';
import type { Plans } from './plans.ts';
import { ask } from './requests.ts';
import { t } from './words.ts';

type Level = CoverageTopic['level'];

/** A row of the tree. */
export type CoverageNode =
  | { readonly kind: 'group'; readonly group: CoverageGroup; readonly uri: string }
  | { readonly kind: 'topic'; readonly topic: CoverageTopic; readonly uri: string }
  | { readonly kind: 'evidence'; readonly evidence: CoverageEvidence; readonly uri: string };

/** Shapes differ as the colours do, for who cannot tell these apart. */
const ICONS: Readonly<Record<Level, ThemeIcon>> = {
  absent: new ThemeIcon('circle-large-outline', new ThemeColor('charts.red')),
  mentioned: new ThemeIcon('color-mode', new ThemeColor('charts.yellow')),
  addressed: new ThemeIcon('circle-large-filled', new ThemeColor('charts.blue')),
  actionable: new ThemeIcon('pass-filled', new ThemeColor('charts.green')),
};

/** Pathways and essentials of the plan at hand, their elements, and the evidence for these. */
export class CoverageTree implements TreeDataProvider<CoverageNode>, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #plans: Plans;
  readonly #view: TreeView<CoverageNode>;
  readonly #changed = new EventEmitter<undefined>();
  readonly #subscriptions: Disposable[];
  #coverage: Coverage | undefined;
  #nodes = new Map<string, CoverageNode>();
  /** How often it was asked: an answer that comes behind a later one is old. */
  #asked = 0;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(client: BaseLanguageClient, plans: Plans) {
    this.#client = client;
    this.#plans = plans;
    this.#view = window.createTreeView('parkplan.coverage', { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#view,
      this.#changed,
      plans.onDidChange(() => void this.#refresh()),
      this.#view.onDidChangeVisibility(() => void this.#refresh()),
    ];
  }

  /** What is shown. */
  get coverage(): Coverage | undefined {
    return this.#coverage;
  }

  getChildren(node?: CoverageNode): CoverageNode[] {
    if (!node) return (this.#coverage?.groups ?? []).map(({ id }) => this.#nodes.get(id)!);
    const { uri } = node;
    const evidence = (list: readonly CoverageEvidence[]) =>
      list.map((one): CoverageNode => ({ kind: 'evidence', evidence: one, uri }));
    if (node.kind === 'topic') return evidence(node.topic.evidence);
    if (node.kind === 'evidence') return [];
    return [...node.group.topics.map(({ id }) => this.#nodes.get(id)!), ...evidence(node.group.evidence)];
  }

  getParent(node: CoverageNode): CoverageNode | undefined {
    if (node.kind !== 'topic') return undefined;
    const group = this.#coverage?.groups.find(({ topics }) => topics.some(({ id }) => id === node.topic.id));
    return group && this.#nodes.get(group.id);
  }

  getTreeItem(node: CoverageNode): TreeItem {
    if (node.kind === 'group') return groupItem(node.group);
    return node.kind === 'topic' ? topicItem(node.topic) : evidenceItem(node.evidence, node.uri);
  }

  /** Brings the tree to the front, and a topic of it into sight. */
  async show(topic?: string): Promise<void> {
    await this.#refresh(true);
    const node = this.#nodes.get(topic ?? this.#coverage?.groups[0]?.id ?? '');
    if (node) await this.#view.reveal(node, { select: topic !== undefined, focus: true, expand: true });
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
  }

  /** Only what is in sight costs a request. */
  async #refresh(always = false): Promise<void> {
    const { active } = this.#plans;
    if (!active) return this.#set(undefined);
    if (!always && !this.#view.visible) return;
    const asked = ++this.#asked;
    const coverage = await ask(this.#client, 'parkplan/coverage', { textDocument: { uri: active.uri } });
    if (asked === this.#asked && this.#plans.active?.uri === active.uri)
      this.#set(coverage?.isPlan ? coverage : undefined);
  }

  #set(coverage: Coverage | undefined): void {
    if (!coverage && !this.#coverage) return;
    if (JSON.stringify(coverage) === JSON.stringify(this.#coverage)) return;
    this.#coverage = coverage;
    const uri = coverage?.uri ?? '';
    this.#nodes = new Map(
      (coverage?.groups ?? []).flatMap((group): [string, CoverageNode][] => [
        [group.id, { kind: 'group', group, uri }],
        ...group.topics.map((topic): [string, CoverageNode] => [topic.id, { kind: 'topic', topic, uri }]),
      ]),
    );
    this.#view.description = coverage?.title ?? '';
    this.#view.message = coverage?.summary ?? '';
    this.#changed.fire(undefined);
  }
}

function groupItem({ id, title, level, roleName }: CoverageGroup): TreeItem {
  const item = new TreeItem(title, TreeItemCollapsibleState.Collapsed);
  item.id = id;
  item.iconPath = ICONS[level];
  item.description = roleName ?? '';
  item.contextValue = id === 'essentials' ? 'essentials' : 'pathway';
  return item;
}

function topicItem({ id, title, level, levelName, question, required, evidence, canInsert }: CoverageTopic): TreeItem {
  const item = new TreeItem(
    title,
    evidence.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  item.id = id;
  item.iconPath = ICONS[level];
  item.description = required ? `${levelName} · ${t('required')}` : levelName;
  item.tooltip = evidence.length > 0 ? question : `${question}\n${t('nothing found in the whole text')}`;
  item.contextValue = canInsert && (level === 'absent' || level === 'mentioned') ? 'topic.short' : 'topic';
  return item;
}

function evidenceItem({ range, level, text, heading }: CoverageEvidence, uri: string): TreeItem {
  const item = new TreeItem(text, TreeItemCollapsibleState.None);
  item.iconPath = ICONS[level];
  item.description = heading;
  item.tooltip = text;
  const { start, end } = range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  item.command = { command: 'vscode.open', title: text, arguments: [Uri.parse(uri), { selection }] };
  return item;
}
