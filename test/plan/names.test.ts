import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlan } from '../../server/src/plan/parse-plan.ts';

function told(line: string): string[] {
  const { names } = parsePlan(`# 云川园区产业发展规划\n\n## 一、主要任务\n\n${line}\n`);
  return names.map(({ kind, text }) => `${kind} ${text}`);
}

test('universities, institutes, places and programmes with names of their own', () => {
  assert.deepEqual(told('与东江理工大学共建云栅先进纤维研究院。'), [
    'university 东江理工大学',
    'institute 云栅先进纤维研究院',
  ]);
  assert.deepEqual(told('实施“英才”计划。'), ['programme “英才”计划']);
  assert.deepEqual(told('在临江开发区布局项目。'), ['place 临江开发区']);
});

test('general nouns are no names', () => {
  assert.deepEqual(told('建设一批国家级重点实验室，支持高水平大学和科研院所，设立产业基金，打造特色产业园。'), []);
});

test('places that each have a task are places, one alone is none', () => {
  assert.deepEqual(told('支持临江市重点发展装备，常州县重点发展软件。'), ['places 临江市', 'places 常州县']);
  assert.deepEqual(told('支持临江市重点发展装备，园区重点发展软件。'), []);
});

test('places side by side, but not kinds of place', () => {
  assert.deepEqual(told('支持青浦、松江、奉贤等地发展光学模组。'), ['places 青浦、松江、奉贤等地']);
  assert.deepEqual(told('在玄武区、秦淮区建设楼宇。'), ['places 玄武区、秦淮区']);
  assert.deepEqual(told('推动在社区、景区开展应用。'), []);
});
