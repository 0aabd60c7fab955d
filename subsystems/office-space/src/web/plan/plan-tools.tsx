// What is done with a plan 图上工具: printed, taken along as a file, its drawing fetched.
import { ProblemError, ProblemNotice, useCan, useSay } from '@houqin/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { ReactNode } from 'react'
import { floorPlan } from '../../contract/index.ts'
import type { LegendEntry } from './colours.ts'
import type { ExportKind } from './plan-exports.ts'
import type { Paper } from './plan-paper.tsx'
import type { SvgRoom } from './plan-svg.ts'
import type { FloorOnADay } from '../../contract/answers.ts'

const PlanPaper = lazy(async () => ({ default: (await import('./plan-paper.tsx')).PlanPaper }))
const kinds: readonly ExportKind[] = ['png', 'svg', 'dxf', 'geojson']

export function PlanTools({ plan, place, title, shapes, legend, nameOf }: { plan: FloorOnADay; place: string; title: string; shapes: readonly SvgRoom[]; legend: readonly LegendEntry[]; nameOf: (key: string) => string }): ReactNode {
  const say = useSay()
  const exports = useCan(floorPlan.id)('export')
  const writes = useCan(floorPlan.id)('write')
  const [paper, setPaper] = useState<Paper | null>(null)
  const take = useMutation({ mutationFn: async (kind: ExportKind) => (await import('./plan-exports.ts')).exportPlan({ plan, shapes, kind, title: `${place} ${plan.day}` }) })
  return (
    <details className="os-tools">
      <summary>{say('打印、导出', 'Print, export')}</summary>
      <div className="hq-row">
        {(['A4', 'A3'] as const).map((size) => <Button key={size} onClick={() => setPaper(size)}>{say(`打印 ${size}`, `Print ${size}`)}</Button>)}
        {exports && kinds.map((kind) => <Button key={kind} loading={take.isPending && take.variables === kind} onClick={() => take.mutate(kind)}>{kind.toUpperCase()}</Button>)}
        {writes && plan.plan.kept && <a className="ant-btn" href={`/api/office-space/plans/${plan.plan.id}/original`} download>{say('下载原图', 'The drawing')}</a>}
      </div>
      {take.error instanceof ProblemError && <ProblemNotice problem={take.error} />}
      {paper && <Suspense><PlanPaper paper={paper} plan={plan} place={place} title={title} shapes={shapes} legend={legend} nameOf={nameOf} onDone={() => setPaper(null)} /></Suspense>}
    </details>
  )
}
