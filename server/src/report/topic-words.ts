import type { Level } from '../evidence/types.ts';
import type { Role } from '../rules/types.ts';
import type { WordKey } from '../words/catalogue.ts';

export const LEVEL_WORDS: Readonly<Record<Level, WordKey>> = {
  absent: 'levelAbsent',
  mentioned: 'levelMentioned',
  addressed: 'levelAddressed',
  actionable: 'levelActionable',
};

export const LEVEL_MARKS: Readonly<Record<Level, string>> = {
  absent: '○○○',
  mentioned: '●○○',
  addressed: '●●○',
  actionable: '●●●',
};

export const ROLE_WORDS: Readonly<Record<Role, WordKey>> = {
  primary: 'rolePrimary',
  supporting: 'roleSupporting',
  'not-applicable': 'roleNotApplicable',
  unstated: 'roleUnstated',
};
