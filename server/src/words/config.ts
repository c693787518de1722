/** What is said about mistakes in a configuration file. */
export const configWords = {
  configUnreadable: { zh: '无法读取配置文件：{0}', en: 'This configuration file cannot be read: {0}' },
  configNotFound: { zh: '找不到配置文件', en: 'There is no such configuration file' },
  configSyntax: { zh: 'YAML 写法有误：{0}', en: 'Not valid YAML: {0}' },
  configNotMap: {
    zh: '配置文件应为“键: 值”形式',
    en: 'A configuration file must consist of keys and values',
  },
  configUnknownKey: { zh: '未知的键“{0}”', en: 'Unknown key "{0}"' },
  configUnknownKeyNear: {
    zh: '未知的键“{0}”，是否指“{1}”？',
    en: 'Unknown key "{0}"; did you mean "{1}"?',
  },
  configUnknownRule: { zh: '没有名为“{0}”的规则', en: 'There is no rule "{0}"' },
  configUnknownRuleNear: {
    zh: '没有名为“{0}”的规则，是否指“{1}”？',
    en: 'There is no rule "{0}"; did you mean "{1}"?',
  },
  configOneOf: { zh: '应为以下之一：{0}', en: 'Must be one of: {0}' },
  configWrongType: { zh: '“{0}”应为{1}', en: '"{0}" must be {1}' },
  configMissingKey: { zh: '缺少键“{0}”', en: 'The key "{0}" is missing' },
  configEmptyValue: { zh: '“{0}”不能为空', en: '"{0}" must not be empty' },
  configOtherMistake: { zh: '“{0}”的值不符合要求（{1}）', en: 'The value of "{0}" is not allowed ({1})' },
  typeString: { zh: '文字', en: 'text' },
  typeArray: { zh: '列表', en: 'a list' },
  typeObject: { zh: '“键: 值”形式', en: 'a map of keys and values' },
  typeBoolean: { zh: 'true 或 false', en: 'true or false' },
  typeStringOrList: { zh: '文字或文字列表', en: 'text or a list of texts' },
  referenceTwice: { zh: '文献编号“{0}”已用于 {1}', en: 'The key "{0}" is already used in {1}' },
  extendsNotFound: {
    zh: '找不到要继承的配置“{0}”：只支持本地文件（以 ./ 或 ../ 开头）和已安装的软件包',
    en: 'Cannot find "{0}" to extend; it must be a local file (./ or ../) or an installed package',
  },
  extendsUrl: {
    zh: '“{0}”是网址：只能继承本地文件和已安装的软件包',
    en: '"{0}" is an address on the web; only local files and installed packages can be extended',
  },
  extendsNotData: {
    zh: '“{0}”不是 .yaml、.yml 或 .json 文件：配置只能是数据，不能是程序',
    en: '"{0}" is not a .yaml, .yml or .json file; a configuration is data, never a program',
  },
  extendsOutside: {
    zh: '“{0}”指向软件包之外的文件',
    en: '"{0}" points outside its package',
  },
  extendsCycle: { zh: '配置互相继承，形成循环：{0}', en: 'Configurations extend each other in a circle: {0}' },
  extendsTooDeep: { zh: '继承层数超过 {0}', en: 'More than {0} configurations extend each other' },
} as const;
