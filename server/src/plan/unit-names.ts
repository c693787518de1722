import type { UnitMention } from './types.ts';

/** A unit before it has a range. `from` and `to` index the block's normalised text. */
export type UnitDraft = Pick<UnitMention, 'role' | 'form' | 'names'> & { readonly from: number; readonly to: number };

/** What the name of a public body, a park company or an association ends like. */
export const BODY =
  /(?:局|委|办|部|厅|院|处|室|科|署|行|团|站|所|社|党组|管委会|委员会|办公室|政府|中心|集团|公司|园区|开发区|高新区|新区|大学|学院|银行|分行|街道|镇|乡|村|区|县|市|州|盟|旗|省|国企|央企|街镇|总队|支队|大队|协会|商会|联合会|联盟|专班|小组|指挥部|法院|检察院|海关|企业|单位|部门|基地|平台|医院|学校|高校|院所)等?(?:单位|部门)?$/;
/** What acts, as against a place. */
export const ORGAN =
  /(?:局|委|办|部|厅|处|室|科|署|行|团|站|社|党组|会|政府|中心|集团|公司|专班|小组|指挥部|法院|检察院|海关|单位|部门|院|所|校|大学|企业|国企|央企)等?(?:单位|部门)?$/;
/** What the units before it do. */
export const DOING =
  /(?:等)?(?:牵头(?:负责)?|(?:按照?)?(?:各自)?职责(?:分工)?(?:分别)?负责|分别负责|负责|(?:组织|抓好)?落实|配合|协助|参与)$/;
export const NO_BODY = /首席专家|有限责任|责任制|负责人|负责任|第三方|龙头企业|领军企业|骨干企业|企业为主|市场化/;

/** The units of a list. */
export function namesIn(text: string): string[] {
  return text
    .split(/[、,/]|和(?=[市省区县各])|及(?=[市省区县各])/)
    .map((name) => name.trim().replace(/^(?:等|及|和|以及)/, ''))
    .filter((name) => name.length >= 2 && name.length <= 30);
}
