import { local } from './local.ts';

export const SUM = local('合计是{0}，各项相加是{1}', 'The total is {0}, the items add up to {1}');
export const TOO_MUCH = local('各项相加是{1}，超过总额{0}', 'The items add up to {1}, more than the total of {0}');
export const WHY = local(
  '合计与分项对不上，评审会当场指出。',
  'A total that does not fit its items is the first thing a reviewer sees.',
);
export const ADVICE = local('核对分项和合计。', 'Check the items and the total.');
export const ITEM = local('分项', 'an item');
