// Exact quantities 精确数量: decimal strings added and rounded as integers, never as floating point.

/** @param scale digits after the point. @throws RangeError when `value` is no plain decimal or has more digits. */
export function toUnits(value: string, scale: number): bigint {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(value)
  if (!match) throw new RangeError(`不是十进制数 / not a decimal number: ${value}`)
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  if (fraction.length > scale) throw new RangeError(`小数位超过 ${scale} 位 / more than ${scale} decimals: ${value}`)
  const units = BigInt(match[2] + fraction.padEnd(scale, '0'))
  return match[1] === '-' ? -units : units
}
export function fromUnits(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  return `${units < 0n ? '-' : ''}${whole}${scale ? `.${digits.slice(-scale)}` : ''}`
}
/** Exact sum with `scale` digits. */
export function sum(values: Iterable<string>, scale = 2): string {
  let total = 0n
  for (const value of values) total += toUnits(value, scale)
  return fromUnits(total, scale)
}
/** -1, 0 or 1. */
export function compare(a: string, b: string): -1 | 0 | 1 {
  const difference = toUnits(a, 9) - toUnits(b, 9)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
export function minus(a: string, b: string, scale = 2): string {
  return fromUnits(toUnits(a, scale) - toUnits(b, scale), scale)
}
/** The one place that rounds: half away from zero (四舍五入), to `scale` digits. */
export function times(a: string, b: string, scale = 2): string {
  const product = toUnits(a, 9) * toUnits(b, 9)
  const divisor = 10n ** BigInt(18 - scale)
  const half = divisor / 2n
  const rounded = product < 0n ? -((-product + half) / divisor) : (product + half) / divisor
  return fromUnits(rounded, scale)
}
/** `494231.27` → `494,231.27` for people. */
export function grouped(value: string): string {
  const [whole = '', fraction] = value.split('.')
  const withCommas = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`
}
