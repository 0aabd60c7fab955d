// The list 清单 that a figure opens: a path of the console with its filters.
import type { Matter } from './matter.ts'
import type { Register } from './register.ts'

/** @param filters as the interface takes them, `where.organ` and the like; what is null is left out. */
export function listPath(of: Register | Matter, filters: Readonly<Record<string, string | null>> = {}): string {
  const query = Object.entries(filters).flatMap(([name, value]) => (value === null ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`]))
  return `/${of.noun}s/${of.id}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

/** The day of an instant in Shanghai, YYYY-MM-DD, as lists take it; no clock is put forward or back there. */
export function listDay(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}
