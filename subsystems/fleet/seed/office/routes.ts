// Routes of the demonstration 用车审批路线: the organ's own leaders agree; an emergency asks nobody.
import type { RouteValues } from '@houqin/approvals'
import { bureauLeader } from '@houqin/people'
import type { Stage } from '@houqin/wire'

const organ: Stage = { title: '单位负责人批准', mode: 'any', who: [{ post: 'people.post.duty', value: 'head' }, { post: 'people.post.duty', value: 'deputy' }], hours: 4, late: 'remind' }
const leader: Stage = { title: '局领导批准', mode: 'any', who: [{ role: bureauLeader.role }], hours: 8, late: 'remind' }

/** @param day from which the rows hold. */
export function useRoutes(day: string): readonly (RouteValues & { readonly route: string })[] {
  const row = (kind: string | null, stages: readonly Stage[]): RouteValues & { readonly route: string } => ({
    route: 'fleet.use-purpose', organ: null, kind, amountFrom: null, amountBelow: null, from: day, to: null, stages, source: '本局公务用车使用规定：用车由使用单位批准，应急先派车（区级，由本局自定；演示数据）',
  })
  const plain = (route: string, stages: readonly Stage[], source: string): RouteValues & { readonly route: string } =>
    ({ route, organ: null, kind: null, amountFrom: null, amountBelow: null, from: day, to: null, stages, source: `${source}（区级，由本局自定；演示数据）` })
  const mending = (amountFrom: string | null, amountBelow: string | null, stages: readonly Stage[]): RouteValues & { readonly route: string } => ({
    route: 'fleet.repair-amount', organ: null, kind: null, amountFrom, amountBelow, from: day, to: null, stages, source: '本局公务用车维修规定：两千元以下由公车管理员办理，以上由使用单位批准，一万元以上再由局领导批准（区级，由本局自定；演示数据）',
  })
  return [row(null, [organ]), row('emergency', []), mending(null, '2000', []), mending('2000', '10000', [organ]), mending('10000', null, [organ, leader]),
    plain('fleet.disposal', [leader], '本局公务用车处置规定：更新处置由局领导批准'), plain('fleet.transfer', [leader], '本局公务用车处置规定：调拨变更由局领导批准'), plain('fleet.standing-use', [organ], '本局公务用车使用规定：长期用车和应急补办由用车单位批准')]
}
