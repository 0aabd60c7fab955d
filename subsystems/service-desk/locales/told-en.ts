// What the service desk wrote down itself about materials, in Chinese, told in English 材料的记录. People's own words stay as they are.
const sentences: readonly (readonly [RegExp, string])[] = [
  [/^(CG-[\d-]+) 不买了$/u, '$1 is not bought after all'],
  [/^(CG-[\d-]+) 的材料到了$/u, 'The material of $1 has come'],
  [/^采购材料 (CG-[\d-]+)$/u, 'Material being bought, $1'],
  [/^并入 (BX-[\d-]+)$/u, 'Merged into $1'],
]

/** `CG-2026-00012 的材料到了` → `The material of CG-2026-00012 has come`; anything else as it is. */
export function told(zh: string): string {
  const known = sentences.find(([written]) => written.test(zh))
  return known === undefined ? zh : zh.replace(...known)
}
