import type { Case, CaseFact } from '../framework/case-types.ts';
import type { LocalText } from '../text.ts';
import { filled, local } from './local.ts';

const SOURCE = local('{0}（{1}）', '{0} ({1})');
const UNVERIFIED = local('，仅此一处，未能核实', ', the only source found; not verified');

/** The title of one of a case's sources, in the quotation marks of either language. */
export function sourceTitle({ sources }: Case, id: string): LocalText {
  const title = sources.find((source) => source.id === id)?.title.replace(/^\[(.*)\]$/, '$1') ?? id;
  return { zh: `《${title}》`, en: `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”` };
}

/** A fact as its file states it, with where it is from: 1990年整治中，…全部关闭。（《…》） */
export function factWithSource(found: Case, fact: CaseFact): LocalText {
  const note = fact.status === 'unverified' ? UNVERIFIED : local('', '');
  const title = sourceTitle(found, fact.source);
  return filled(SOURCE, trimmed(fact.statement), { zh: title.zh + note.zh, en: title.en + note.en });
}

function trimmed({ zh, en }: LocalText): LocalText {
  return { zh: zh.replace(/。$/, ''), en: en.replace(/\.$/, '') };
}
