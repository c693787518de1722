import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderOf, isAbsolute, joinPath, normalisePath, pathWithin, upwards } from '../../server/src/config/paths.ts';

test('paths are put in order without climbing above the root', () => {
  assert.equal(normalisePath('/a/./b/../c//d'), '/a/c/d');
  assert.equal(normalisePath('/../../a'), '/a');
  assert.equal(normalisePath('C:/a/../../b'), 'C:/b');
  assert.equal(normalisePath('../a'), '../a');
  assert.equal(normalisePath('a/..'), '.');
});

test('folders go up to the root and end there', () => {
  assert.deepEqual([...upwards('/a/b')], ['/a/b', '/a', '/']);
  assert.deepEqual([...upwards('C:/a')], ['C:/a', 'C:/']);
  assert.equal(folderOf('/a'), '/');
  assert.equal(folderOf('a.md'), '.');
});

test('a path is joined to a folder, an absolute one stays', () => {
  assert.equal(joinPath('/园区/规划', '../框架/framework.yaml'), '/园区/框架/framework.yaml');
  assert.equal(joinPath('/a', '/b/c'), '/b/c');
  assert.equal(isAbsolute('C:/x'), true);
  assert.equal(isAbsolute('x/y'), false);
});

test('a path lies in a folder only at a whole name', () => {
  assert.equal(pathWithin('/a/b', '/a/b/c.md'), 'c.md');
  assert.equal(pathWithin('/a/b', '/a/bc.md'), undefined);
  assert.equal(pathWithin('/', '/x.md'), 'x.md');
  assert.equal(pathWithin('/a', '/a'), '');
});
