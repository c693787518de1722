import type { CaseFact } from '../framework/case-types.ts';
import { bareName } from './case-names.ts';
import { isSure, placeIn, rangeOf } from './in-passage.ts';
import { normalOf } from './normal.ts';
import type { Judging, Observation } from './observation.ts';

/** What a plan may say of where a firm comes from. */
const FROM_ELSEWHERE =
  /从(?:外地|外省|省外|市外|区外|国外|海外|境外)(?:引进|引入|招引|迁入|迁来)|外来企业|外来户|recruited from (?:elsewhere|outside)/;
const HOME_GROWN = /土生土长|本地(?:衍生|孵化|成长|培育|起家)|本土(?:成长|培育|起家)|home-?grown|grown locally/;
/** What a case's roles say of it. */
const LOCAL_ROLE = /本地|本土|当地|衍生|spin-?off/;
const OUTSIDE_ROLE = /外地|外来|外资|迁入|(?<!本地)起家/;

/** An actor told to come from elsewhere that grew up there, or the other way round: 浙大中控是从外地引进的企业. */
export function originsAgainst(judging: Judging): Observation[] {
  const { passage, speaker } = judging;
  const { value } = passage.block.normal;
  return passage.sentences.flatMap(({ clauses }) =>
    clauses.flatMap((clause): Observation[] => {
      const text = value.slice(clause.from, clause.to);
      const isOutside = FROM_ELSEWHERE.test(text);
      if (!isOutside && !HOME_GROWN.test(text)) return [];
      const wrong = isOutside ? LOCAL_ROLE : OUTSIDE_ROLE;
      for (const found of passage.cited) {
        if (!isSure(judging, found)) continue;
        for (const { name, role } of found.actors) {
          if (!role || !wrong.test(role.zh) || (isOutside ? OUTSIDE_ROLE : LOCAL_ROLE).test(role.zh)) continue;
          const said = namesOf(name.zh).find((one) => text.includes(one));
          if (said === undefined) continue;
          const at = clause.from + text.indexOf(said);
          const fact = factOn(namesOf(name.zh), found.facts);
          if (!fact || speaker(at) === 'own') continue;
          const [match] = (isOutside ? FROM_ELSEWHERE : HOME_GROWN).exec(text)!;
          const from = clause.from + text.indexOf(match);
          return [
            {
              ...placeIn(judging, found),
              kind: 'name',
              range: rangeOf(passage.block, { from, to: from + match.length }),
              fact,
              right: role,
            },
          ];
        }
      }
      return [];
    }),
  );
}

/** 浙大中控（中控技术） → 浙大中控, 中控技术. */
function namesOf(name: string): string[] {
  return name
    .split(/[（）()]/)
    .map((one) => normalOf(bareName(one)))
    .filter((one) => one.length > 1);
}

/** What the case says of an actor, if it is not disputed; by a part of its name if need be (中控 of 中控技术). */
function factOn(names: readonly string[], facts: readonly CaseFact[]): CaseFact | undefined {
  const parts = names.flatMap((name) => [name, name.slice(0, 2), name.slice(-2)]);
  return facts.find(
    ({ status, statement }) => status !== 'disputed' && parts.some((part) => normalOf(statement.zh).includes(part)),
  );
}
