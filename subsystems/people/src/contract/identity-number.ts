// The citizen's identity number 公民身份号码: 18 characters, birthday inside, last one computed.

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

export const identityPattern = Object.freeze({
  expression: /^\d{17}[\dX]$/,
  says: '应为 18 位，末位可为大写 X',
})

/** @param first17 the number without its last character; digits only. */
export function identityCheck(first17: string): string {
  const total = [...first17].reduce((sum, digit, place) => sum + Number(digit) * (weights[place] ?? 0), 0)
  return '10X98765432'.charAt(total % 11)
}
export function isIdentityNumber(number: string): boolean {
  return identityPattern.expression.test(number) && identityCheck(number.slice(0, 17)) === number.charAt(17)
}
