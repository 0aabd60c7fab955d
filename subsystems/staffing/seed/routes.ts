// Routes of the demonstration 演示审批路线: the bureau's own, by what is asked.
import type { RouteValues } from '@houqin/approvals'
import { bureauLeader } from '@houqin/people'
import type { Stage } from '@houqin/wire'
import type { RoleWeight } from '../src/contract/index.ts'

type SeedRoute = RouteValues & { readonly route: string }
const leader: Stage = { title: '局领导审批', mode: 'any', who: [{ role: bureauLeader.role }], hours: 16, late: 'remind' }
const head: Stage = { title: '本单位负责人审核', mode: 'any', who: [{ post: 'people.post.duty', value: 'head' }], hours: 8, late: 'remind' }

/** @param day from which the rows hold. */
export function roleRoutes(day: string): readonly SeedRoute[] {
  const row = (kind: RoleWeight, stages: readonly Stage[]): SeedRoute => ({
    route: 'staffing.role-weight', organ: null, kind, amountFrom: null, amountBelow: null, from: day, to: null, stages,
    source: '本局内部控制规定：信息系统权限分级审批（区级，由本局自定；演示数据）',
  })
  return [row('withdraw', []), row('local', [head]), row('district', [leader]), row('system', [head, leader])]
}

/** More working days than this a leader of the bureau sees too. */
const longerThan = '4'
export function leaveRoutes(day: string): readonly SeedRoute[] {
  const row = (kind: string, [amountFrom, amountBelow]: readonly [string | null, string | null], stages: readonly Stage[]): SeedRoute => ({
    route: 'staffing.leave-days', organ: null, kind, amountFrom, amountBelow, from: day, to: null, stages,
    source: '本局考勤规定：请假分级审批（区级，由本局自定；演示数据）',
  })
  return [row('staff', [null, longerThan], [head]), row('staff', [longerThan, null], [head, leader]), row('head', [null, null], [leader])]
}

/** All kinds alike: the head of the organ is told, the leader decides. */
export function departureRoutes(day: string): readonly SeedRoute[] {
  return [{
    route: 'staffing.departure', organ: null, kind: null, amountFrom: null, amountBelow: null, from: day, to: null, stages: [leader],
    source: '本局人事管理规定：离岗审批（区级，由本局自定；演示数据）',
  }]
}
