// Who receives a copy 抄送: the persons whom a row of a route lets know what was agreed to, without asking them anything.
import { everyone } from '@houqin/define'
import type { Catalogue } from '@houqin/define'
import type { Db, Tx } from '@houqin/db'
import { Problem, say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import type { Seat, Stage } from '@houqin/wire'
import { faultOf, personsOf } from './candidates.ts'
import type { Place } from './candidates.ts'
import type { Desk } from './desk.ts'
import { requireSeat } from './stage.ts'

/** A role may be many people's; a copy to more than these is an announcement, for which a matter is the wrong paper. */
const mostCopies = 200
const mostSeats = 20

/** @throws Problem bad-input naming each part that is wrong. */
export function requireCopies(catalogue: Catalogue, { copies, stages }: { copies: readonly Seat[]; stages: readonly Stage[] }): void {
  const issues: { at: string; says: Sentence }[] = []
  const wrong = (at: string, zh: string, en: string): void => void issues.push({ at, says: say(zh, en) })
  if (copies.length > 0 && stages.length === 0) wrong('copies', '免审批的路线没有审批结果可以抄送，请去掉抄送人或加上审批环节', 'A route that asks nobody has no decision to send a copy of; remove the copies or add a stage')
  if (copies.length > mostSeats) wrong('copies', `抄送最多 ${mostSeats} 项`, `At most ${mostSeats} seats receive a copy`)
  copies.forEach((seat, place) => {
    const at = `copies[${place}]`
    if ('role' in seat && seat.role === everyone.role) wrong(at, '不能抄送给所有人，请选角色、岗位或个人', 'Not to everybody: choose a role, a post or a person')
    requireSeat(catalogue, seat, at, wrong)
  })
  if (issues.length === 0) return
  throw new Problem('bad-input', say(issues.map(({ says }) => says.zh).join('；'), issues.map(({ says }) => says.en).join('; ')), { issues })
}

/**
 * The persons a row's copies mean today, each once and in the order of the seats, at most 200: whoever has left, has no
 * account in use, or asked himself receives none. Nobody stands in: what asks nothing waits until he is back.
 */
export async function receiversOf(db: Db | Tx, desk: Desk, { copies, place }: { copies: readonly Seat[]; place: Place }): Promise<readonly string[]> {
  const named = new Set<string>()
  for (const seat of copies) for (const person of await personsOf(db, desk, seat, place)) if (!place.askers.includes(person)) named.add(person)
  const receivers: string[] = []
  for (const person of [...named].slice(0, mostCopies)) if ((await faultOf(db, desk, person)) === null) receivers.push(person)
  return receivers
}
