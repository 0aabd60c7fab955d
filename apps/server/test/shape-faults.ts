// Shapes 形状: whether an answer has all that a sample shows, each of the same kind.

/** What of `sample` is missing from `real` or of another kind there, by its path; more than the sample shows is no fault. */
export function shapeFaults(sample: unknown, real: unknown, at = 'body'): string[] {
  if (Array.isArray(sample)) {
    if (!Array.isArray(real)) return [`${at} should be a list, not ${kindOf(real)}`]
    const [one] = sample as unknown[]
    return one === undefined ? [] : (real as unknown[]).flatMap((item, index) => shapeFaults(one, item, `${at}[${index}]`))
  }
  if (typeof sample === 'object' && sample !== null) {
    if (typeof real !== 'object' || real === null || Array.isArray(real)) return [`${at} should be an object, not ${kindOf(real)}`]
    const members = new Map<string, unknown>(Object.entries(real))
    return Object.entries(sample).flatMap(([key, value]) => (members.has(key) ? shapeFaults(value, members.get(key), `${at}.${key}`) : [`${at}.${key} is missing`]))
  }
  return kindOf(sample) === kindOf(real) ? [] : [`${at} should be ${kindOf(sample)}, not ${kindOf(real)}`]
}
function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value
}
