// Sending a list 导出一份清单: who, why and how many are weighed first; the file says at its foot and on its last sheet who took it.
import type { FastifyReply } from 'fastify'
import { holds, rolesBehind } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { formatInstant } from '@houqin/clock'
import type { Matter, Register } from '@houqin/define'
import { isGuarded, nameIn } from '@houqin/fields'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import { takeMatters, takeRegister } from './rows.ts'
import type { Query } from './rows.ts'
import { sendSheet } from './send-sheet.ts'

export interface AskedList {
  readonly actor: Actor
  readonly list: Register | Matter
  readonly query: Query
  readonly reason: string
  /** Masked numbers whole, as far as he may reveal them. */
  readonly whole: boolean
  /** Somebody agreed to so many rows. */
  readonly agreed?: number
}

/** @throws Problem `not-allowed`, `bad-input` at `reason`, `conflict` above the measure with `approval`: what to ask, and of whom. */
export async function sendList(system: System, reply: FastifyReply, { actor, list, query, reason, whole, agreed }: AskedList): Promise<FastifyReply> {
  mayExport(actor, list)
  const personal = Object.values(list.noun === 'register' ? list.fields : { ...list.form, ...list.facts }).some(isGuarded)
  if (whole && !personal) throw new Problem('bad-request', say('这份清单没有隐去的内容，不必带 whole。', 'Nothing in this list is masked: leave `whole` away.'))
  if (personal && [...reason].length < 2) throw badReason()
  const taken = await (list.noun === 'register' ? takeRegister(system, list, { actor, query, reason, whole }) : takeMatters(system, list, { actor, query, reason, whole }))
  const { count, sheet } = taken
  const most = agreed ?? (personal ? system.exportRules.personal : system.exportRules.other)
  if (count > most) throw agreed === undefined ? needsApproval(system, { list, query, reason, whole, count, most }) : tooMany(count, agreed)
  const { name } = actor.principal
  const day = formatInstant(system.clock.now())
  const about = [
    [say('导出人', 'Taken by'), name], [say('导出时间', 'Taken at'), day], [say('用途', 'Reason'), reason || '—'], [say('条数', 'Rows'), String(count)],
    [say('号码', 'Numbers'), personal ? (whole ? say('完整', 'whole') : say('已隐去', 'masked'))[actor.locale] : '—'],
    [say('签名', 'Signature'), say(`本系统签名（公钥 ${system.signer.current().kid}），改动或另存后失效；可在“核验导出文件”页核验`, `signed by this house (key ${system.signer.current().kid}); void once changed or saved anew; hold it against the house on the page “Verify a sheet”`)[actor.locale]],
    [say('请注意', 'Mind'), say('仅限本次用途，不得转发；用完删除。', 'For this purpose only; do not pass it on, and delete it afterwards.')[actor.locale]],
  ] as const
  return sendSheet(system, reply, {
    ...sheet,
    about: about.map(([title, text]) => [title[actor.locale], text]),
    foot: say(`${name} ${day} 导出，仅限本次用途`, `Taken by ${name}, ${day}; for this purpose only`)[actor.locale],
  }, taken.rows)
}

function mayExport(actor: Actor, declared: Register | Matter): void {
  const roles = declared.noun === 'register' ? rolesBehind(declared, 'export') : rolesBehind(declared, 'export')
  if (holds(actor.principal, roles)) return
  const titles = roles.map(({ title }) => title).join('、')
  throw new Problem('not-allowed', say(`导出“${declared.title}”需要角色：${titles || '未开放'}。`, `Exporting needs one of: ${roles.map((role) => nameIn(role).en).join(', ') || 'nobody may'}.`))
}
function badReason(): Problem {
  const says = say('请写明导出的用途（2–300 字），它会记入审计并印在文件上。', 'Say what it is for (2–300 characters); it is recorded in the audit and printed in the file.')
  return new Problem('bad-input', says, { issues: [{ at: 'reason', says }] })
}
function tooMany(count: number, agreed: number): Problem {
  return new Problem('conflict', say(`批准导出 ${agreed} 条，现在有 ${count} 条，请重新申请。`, `${agreed} rows were agreed to and there are ${count} now: ask again.`))
}
function needsApproval({ exportRules: { askBy } }: System, { list, query, reason, whole, count, most }: Omit<AskedList, 'actor'> & { count: number; most: number }): Problem {
  const input = { list: list.id, title: list.title, count, whole, filter: new URLSearchParams(Object.entries(query).flatMap(([key, value]) => [value].flat().map((one): [string, string] => [key, one]))).toString() || null, reason }
  return new Problem('conflict', say(
    `共 ${count} 条，超过 ${most} 条的须先经审批。${askBy === undefined ? '请缩小范围。' : '请写明用途，提交“数据导出申请”。'}`,
    `${count} rows; more than ${most} need approval first. ${askBy === undefined ? 'Narrow the list.' : 'Say what it is for and ask for it.'}`,
  ), { ...(askBy !== undefined && { more: { approval: { matter: askBy, input } } }) })
}
