// Who approves rules in the demonstration 演示制度审批路线: a leader; for a basic rule the head of the bureau beside him.
import type { RouteValues } from '@houqin/approvals'
import { bureauLeader } from '@houqin/people'
import type { Stage } from '@houqin/wire'

const leader: Stage = { title: '局领导审批', mode: 'any', who: [{ role: bureauLeader.role }], hours: 16, late: 'remind' }
const together: Stage = { title: '主要负责人会签', mode: 'all', who: [{ role: bureauLeader.role }, { post: 'people.post.duty', value: 'head' }], hours: 24, late: 'remind' }
const source = '本局制度管理：印发和废止分级审批（区级，由本局自定；演示数据）'

/** @param day from which the rows hold. */
export function ruleRoutes(day: string): readonly (RouteValues & { readonly route: string })[] {
  return ['regulations.issue', 'regulations.repeal'].flatMap((route) => {
    const row = (kind: string | null, stages: readonly Stage[]) => ({ route, organ: null, kind, amountFrom: null, amountBelow: null, from: day, to: null, stages, source })
    return [row(null, [leader]), row('basic', [together])]
  })
}
