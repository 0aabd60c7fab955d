// The task that waits for somebody 轮到谁: by which he agrees from his inbox, without having opened the page that names it.
import { formatInstant } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import { personOf } from '@houqin/matter-records'
import type { AtMatter } from '@houqin/matter-records'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { latestOf, tasksOf } from './instance.ts'
import type { Instance, Task } from './instance.ts'
import { mayWithTask } from './rights.ts'

/**
 * @param version of the matter as he saw it: asked again since, it is another question. Who else agreed meanwhile changes
 * nothing. @throws Problem stale-version naming who was faster, not-allowed where nothing waits for him.
 */
export async function ownTask(db: Db | Tx, { caller, stored, version }: AtMatter & { readonly version: number }): Promise<{ readonly id: string; readonly version: number }> {
  const person = personOf(caller)
  const instance = await latestOf(db, stored.id)
  const tasks = instance ? await tasksOf(db, instance.id) : []
  const own = instance && tasks.find((task) => mayWithTask({ person, task, tasks, instance }).includes('agree'))
  if (own === undefined) throw tooLate({ stored, instance, tasks }) ?? new Problem('not-allowed', say(`${stored.number} 现在不等您审批。`, `${stored.number} does not wait for you now.`))
  const { rows: [again] } = await sql<{ version: number }>`
    select version from matter.event where matter = ${stored.id}::uuid and deed = 'ask' and version > ${version} limit 1`.execute(db)
  if (again) throw new Problem('stale-version', say(`${stored.number} 重新报批过，请打开看过再办。`, `${stored.number} was asked again since; open it first.`), { more: { version: stored.version } })
  return { id: own.id, version: own.version }
}

/** For whoever comes too late: who decided last, or who took it back. Undefined where nobody has done anything yet. */
export function tooLate({ stored, instance, tasks }: { stored: AtMatter['stored']; instance: Instance | undefined; tasks: readonly Task[] }): Problem | undefined {
  const decided = tasks.flatMap(({ decidedAt, decidedName }) => (decidedAt === null ? [] : [{ at: decidedAt, name: decidedName }]))
  const ended = instance?.endedAt ? [{ at: instance.endedAt, name: instance.endedName }] : []
  const last = [...decided, ...ended].toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]
  return last && new Problem('stale-version', say(
    `${last.name}已于 ${formatInstant(last.at)} 办理，${stored.number} 不再等您审批。`, `${last.name} was faster, at ${formatInstant(last.at)}; ${stored.number} no longer waits for you.`,
  ), { more: { version: stored.version } })
}
