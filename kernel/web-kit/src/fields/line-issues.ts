// What is wrong with lines while they are mended.
import { lineIssueKey } from '../api/problem.ts'
import type { Entries } from './entries.ts'

/** What is said of lines goes with them when others are taken out, and goes away with what is changed or removed. */
export function issuesAfter(issues: Readonly<Record<string, string>>, { set, before, after }: { set: string; before: readonly Entries[]; after: readonly Entries[] }): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(issues).flatMap(([key, says]) => {
      if (key !== set && !key.startsWith(`${set}[`)) return [[key, says]]
      const [, place, name] = /\[(\d+)\](?:\.(.+))?$/.exec(key) ?? []
      const old = place === undefined ? undefined : before[Number(place)]
      if (!old) return []
      const now = after.indexOf(old)
      if (now >= 0) return [[lineIssueKey({ set, place: now, name }), says]]
      const same = after.length === before.length ? after[Number(place)] : undefined
      return same && name !== undefined && same[name] === old[name] ? [[key, says]] : []
    }),
  )
}
