// Exact areas 精确面积: hundredths of a square metre as integers, divided and rounded in one place.
import { decimal } from '@houqin/define'

/** Half away from zero (四舍五入), to `scale` digits. @param a @param b decimal strings; `b` is not zero. */
export function divided(a: string, b: string, scale = 2): string {
  return ratio(decimal.toUnits(a, 9), decimal.toUnits(b, 9), scale)
}

/** `numerator ÷ denominator` of whole numbers, rounded half away from zero to `scale` digits. @throws RangeError when divided by zero. */
export function ratio(numerator: bigint, denominator: bigint, scale = 2): string {
  const sign = numerator < 0n === denominator < 0n ? 1n : -1n
  const [over, under] = [size(numerator) * 10n ** BigInt(scale), size(denominator)]
  return decimal.fromUnits(sign * ((over * 2n + under) / (under * 2n)), scale)
}
const size = (value: bigint): bigint => (value < 0n ? -value : value)

/** Square metres as whole hundredths. */
export const hundredths = (area: string): bigint => decimal.toUnits(area, 2)

/** Parts of an area in the proportion of `weights`, exact: what rounding leaves over goes to the largest weights first. */
export function shared(area: string, weights: readonly string[]): readonly string[] {
  const whole = hundredths(area)
  const units = weights.map((weight) => decimal.toUnits(weight, 2))
  const total = units.reduce((sum, unit) => sum + unit, 0n)
  if (total <= 0n) throw new RangeError('无从分摊 / nothing to share by')
  const parts = units.map((unit) => (whole * unit) / total)
  let left = whole - parts.reduce((sum, part) => sum + part, 0n)
  for (const { place } of units.map((unit, at) => ({ unit, place: at })).toSorted((a, b) => Number(b.unit - a.unit) || a.place - b.place)) {
    if (left <= 0n) break
    parts[place] = (parts[place] ?? 0n) + 1n
    left -= 1n
  }
  return parts.map((part) => decimal.fromUnits(part, 2))
}
