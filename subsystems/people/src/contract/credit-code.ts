// The unified social credit code 统一社会信用代码: 18 characters whose last is computed from the others.

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The shape a form can check; the last character is checked by `isCreditCode`. */
export const creditCodePattern = Object.freeze({
  expression: /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/,
  says: '应为 18 位数字或大写字母（不含 I、O、S、V、Z）',
})

/** @param first17 the code without its last character. @throws RangeError on another length or alphabet. */
export function creditCodeCheck(first17: string): string {
  if (first17.length !== 17) throw new RangeError(`应为 17 位 / 17 characters expected: ${first17}`)
  const total = [...first17].reduce((sum, character, place) => {
    const value = alphabet.indexOf(character)
    if (value < 0) throw new RangeError(`代码中不应有 ${character} / not in the alphabet: ${character}`)
    return sum + value * (weights[place] ?? 0)
  }, 0)
  return alphabet.charAt((31 - (total % 31)) % 31)
}
export function isCreditCode(code: string): boolean {
  return creditCodePattern.expression.test(code) && creditCodeCheck(code.slice(0, 17)) === code.charAt(17)
}
