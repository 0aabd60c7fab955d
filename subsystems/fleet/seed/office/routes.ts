// Routes of the demonstration 用车审批路线: the organ's own leaders agree; an emergency asks nobody.
import type { RouteValues, Stage } from '@houqin/approvals'

const organ: Stage = { title: '单位负责人批准', mode: 'any', who: [{ post: 'people.post.duty', value: 'head' }, { post: 'people.post.duty', value: 'deputy' }], hours: 4, late: 'remind' }

/** @param day from which the rows hold. */
export function useRoutes(day: string): readonly (RouteValues & { readonly route: string })[] {
  const row = (kind: string | null, stages: readonly Stage[]): RouteValues & { readonly route: string } => ({
    route: 'fleet.use-purpose', organ: null, kind, amountFrom: null, amountBelow: null, from: day, to: null, stages, source: '本局公务用车使用规定:用车由使用单位批准,应急先派车(区级,由本局自定;演示数据)',
  })
  return [row(null, [organ]), row('emergency', [])]
}
