// Signing a task 审批签名: who agrees in a stage that asks for a signature signs what he has before him.
import type { Desk } from '@houqin/approval-routes'
import type { Tx } from '@houqin/db'
import type { AtMatter } from '@houqin/matter-records'
import { Problem, say } from '@houqin/problem'
import { fingerprint, signDeed, unsigned } from '@houqin/signatures'
import type { Instance, Task } from './instance.ts'
import { seenOf } from './seen.ts'
import type { TaskGiven } from './task-given.ts'

/** @throws Problem bad-input without the signature, stale-version when it is no longer what he saw. */
export async function sign(tx: Tx, desk: Desk, { at, instance, task, given }: { at: AtMatter; instance: Instance; task: Task; given: TaskGiven }): Promise<void> {
  const asked = instance.stages[task.stage]?.signature ?? 'none'
  if (asked === 'none') return
  const { caller, matter, stored } = at
  const content = await seenOf(tx, desk, { matter, stored, instance })
  if (given.signature === undefined) throw unsigned(asked)
  // Who has not had it before him signs nothing, whichever signature he keeps.
  if (given.digest !== fingerprint(content)) throw new Problem('stale-version', say(
    `${stored.number} 的内容和您看到的不一样了，请刷新，看过再签。`, `${stored.number} is no longer what you saw; reload and read it before you sign.`,
  ), { more: { version: task.version } })
  const file = given.signature?.file
  await signDeed(tx, desk.clock, {
    actor: caller.actor, deed: task.id, owner: { kind: matter.id, id: stored.id }, asked, content, ...(file !== undefined && { file }),
  })
}
