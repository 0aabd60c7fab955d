// The list 清单 that a figure opens: a path of the console with its filters.
import type { Matter } from './matter.ts'
import type { Register } from './register.ts'

/** @param filters as the interface takes them, `where.organ` and the like; what is null is left out. */
export function listPath(of: Register | Matter, filters: Readonly<Record<string, string | null>> = {}): string {
  const query = Object.entries(filters).flatMap(([name, value]) => (value === null ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`]))
  return `/${of.noun}s/${of.id}${query.length > 0 ? `?${query.join('&')}` : ''}`
}
