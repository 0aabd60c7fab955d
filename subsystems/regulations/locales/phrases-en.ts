// Titles of the screens of regulations in English.
export const phrases: Readonly<Record<string, string>> = Object.freeze({
  制度文件: 'Documents',
  事项目录: 'Catalogue of matters',
  查条文: 'Find an article',
  问一问: 'Ask',
  规则核对: 'Check of provisions',
  版本对照: 'Versions compared',
})
