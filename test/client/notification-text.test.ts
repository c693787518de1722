import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notificationText } from '../../client/src/notification-text.ts';

test('the name of a file cannot put a link into a notification', () => {
  const name = '规划[点此](command:workbench.action.quit).md';
  assert.doesNotMatch(notificationText(name), /\]\(/);
  assert.equal(notificationText('云川规划（草案）.md'), '云川规划（草案）.md');
});
