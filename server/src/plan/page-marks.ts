/** Page 46, 第 3 页 共 20 页, — 3 —: what a text that was converted from pages keeps of them. */
const PAGE_MARK =
  /^(?:page ?\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?:?|第 ?\d{1,4} ?页(?: ?[,，/]? ?共 ?\d{1,4} ?页)?|[-–—―─] ?\d{1,4} ?[-–—―─])$/i;

export function isPageMark(text: string): boolean {
  return PAGE_MARK.test(text);
}

/** 79, which a line of --- below it makes a heading. */
export function isBareNumber(value: string): boolean {
  return /^\d{1,4}$/.test(value);
}

/** [43] The Central Agency for Statistics: a source at the foot of a page. Of a normalised text. */
const SOURCE_NOTE = /^\[\d{1,3}\] ?(?!.*\b(?:will|shall|must|should|to be)\b)[^。;]{2,300}$/;

export function isSourceNote(value: string): boolean {
  return SOURCE_NOTE.test(value);
}
