import type { Fact } from '../framework/types.ts';
import type { LocalText } from '../text.ts';
import { local } from './local.ts';

/** What a kind of fact is called. */
export const FACT_WORDS: Readonly<Record<Fact, LocalText>> = {
  figure: local('量化指标', 'a figure'),
  money: local('资金', 'money'),
  area: local('面积', 'an area'),
  percent: local('百分比', 'a percentage'),
  date: local('时限', 'a date'),
  'two-dates': local('两个不同的时限', 'two different dates'),
  phase: local('分阶段的时间', 'a phase with dates'),
  'future-year': local('今后的年份', 'a year to come'),
  'past-year': local('已过的年份', 'a past year'),
  milestone: local('阶段节点', 'a milestone'),
  validity: local('有效期', 'a term of validity'),
  'base-value': local('表中的基期值', 'a base value in a table'),
  'plan-period': local('标题中的规划期', 'the years of the plan in its title'),
  place: local('具体地点', 'a named place'),
  places: local('若干具体地点', 'several named places'),
  unit: local('责任单位', 'a responsible unit'),
  'lead-unit': local('牵头单位', 'a lead unit'),
  'supporting-unit': local('配合单位', 'a supporting unit'),
  name: local('具体的合作方或项目', 'a named partner or project'),
};
