// Settling 办交接: what stands in the new lines is done one by one, in the transaction of the step; whoever leaves waives nothing himself.
import { holds } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import { approvalOfficer } from '@houqin/define'
import { badInput } from '@houqin/fields'
import type { System } from '@houqin/http'
import type { StepTaken } from '@houqin/matters'
import { peopleOfficer } from '@houqin/people'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import type { departure } from '../../contract/index.ts'
import { checklist, settledLines, sourceOf } from './checklist.ts'
import type { SettledLine } from './checklist.ts'
import type { ListedItem } from '../../contract/answers.ts'
import type { Leaver } from './leaver.ts'
import { leaverOf } from './leaver.ts'

/** @throws Problem conflict for what is settled already, bad-input, not-allowed, and whatever an engine refuses: then none of them is done. */
export async function settle(system: System, { tx, actor, matter }: StepTaken<typeof departure, 'settle'>): Promise<void> {
  const leaver = await leaverOf(tx, system.clock, matter.id)
  const lines = (await settledLines(tx, matter.id)).filter(({ outcome }) => outcome === null)
  if (lines.length === 0) throw badInput([{ at: 'lines.settled', says: say('请至少办一项', 'Settle at least one item') }])
  const listed = new Map((await checklist(tx, system, { leaver, locale: actor.locale })).map((item) => [item.key, item]))
  for (const [place, line] of lines.entries()) {
    const item = listed.get(line.item)
    // Whoever names it twice finds it settled the second time.
    listed.delete(line.item)
    if (item === undefined || item.state === 'waived') throw new Problem('conflict', say('这一项已经办结或不再属于他，请刷新清单。', 'This item is settled or his no longer; reload the list.'))
    requireMay(actor, { leaver, item, way: line.way })
    const outcome = await settleOne(tx, system, { leaver, actor, item, line, at: `lines.settled[${place}]` })
    // Who changes his mind before the day has said so last.
    await sql`update staffing.departure__settled set outcome = 'replaced' where matter = ${matter.id}::uuid and item = ${line.item} and outcome = 'planned'`.execute(tx)
    await sql`
      update staffing.departure__settled set title = ${`${item.group}:${item.title}`.slice(0, 200)}, outcome = ${outcome}
      where id = ${line.id}::uuid`.execute(tx)
  }
}

async function settleOne(tx: Tx, system: System, { leaver, actor, item, line: { way, to, reason }, at }: { leaver: Leaver; actor: Actor; item: ListedItem; line: SettledLine; at: string }): Promise<'done' | 'waived' | 'planned'> {
  if (way === 'waive') {
    if (item.byItself) throw badInput([{ at: `${at}.way`, says: say('这一项到离岗日自动结束，不用处理', 'It ends on the day by itself') }])
    if ((reason ?? '').trim() === '') throw badInput([{ at: `${at}.reason`, says: say('请写明为什么可以不办', 'Say why it may stay as it is') }])
    return 'waived'
  }
  if (!item.ways.includes(way)) throw badInput([{ at: `${at}.way`, says: way === 'end' ? say('这一项要有人接，请移交', 'Somebody must follow: hand it over') : say('这一项不能移交', 'It cannot be handed over') }])
  if (way === 'hand' && (to === null || to === leaver.person)) throw badInput([{ at: `${at}.to`, says: say('请选择接手的人', 'Choose who takes it over') }])
  const { source, id } = sourceOf(item.key)
  if (source.onTheDay && leaver.on > system.clock.today()) return 'planned'
  await source.settle(tx, system, { leaver, actor, id, way, to: way === 'hand' ? to : null })
  return 'done'
}

/** On the day: what was settled before it. What cannot be done any more stays on the list, and holds up neither him nor the others. */
export async function settlePlanned(tx: Tx, system: System, { leaver, actor }: { leaver: Leaver; actor: Actor }): Promise<void> {
  for (const { id: line, item, way, to } of await settledLines(tx, leaver.matter).then((lines) => lines.filter(({ outcome }) => outcome === 'planned'))) {
    const { source, id } = sourceOf(item)
    await sql`savepoint one_item`.execute(tx)
    let outcome: 'done' | 'failed' = 'done'
    try {
      await source.settle(tx, system, { leaver, actor, id, way: way === 'hand' ? 'hand' : 'end', to: way === 'hand' ? to : null })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      outcome = 'failed'
      await sql`rollback to savepoint one_item`.execute(tx)
    }
    await sql`release savepoint one_item`.execute(tx)
    await sql`update staffing.departure__settled set outcome = ${outcome} where id = ${line}::uuid`.execute(tx)
  }
}

/** The leaver hands over what he has in hand; everything else is for officers, and routes for the one who keeps them. */
function requireMay({ principal }: Actor, { leaver, item, way }: { leaver: Leaver; item: ListedItem; way: SettledLine['way'] }): void {
  const isLeaver = principal.person === leaver.person
  if (isLeaver && (way === 'waive' || !item.key.startsWith('matter:'))) throw new Problem('not-allowed', say(
    '离岗人自己只能移交手头的事项，其余由人员管理员办理。', 'Whoever leaves hands over his matters alone; an officer sees to the rest.',
  ))
  if (item.byApprovalOfficer && !holds(principal, [approvalOfficer])) throw new Problem('not-allowed', say('审批路线由审批管理员调整。', 'Routes are changed by the approval officer.'))
  if (!item.byApprovalOfficer && !isLeaver && !holds(principal, [peopleOfficer])) throw new Problem('not-allowed', say('这一项由人员与单位管理员办理。', 'This item is for the people officer.'))
}
