// The sandbox of a standard 标准值试算: a new version is prepared, tried on the ledger before it binds anybody, and issued by another.
import type { StandardAnswer, WireDraft, WireUnitCost } from '@houqin/wire'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { standardQuery } from '../api/queries.ts'
import { Empty } from '../blocks/empty.tsx'
import { Fault } from '../blocks/error-boundary.tsx'
import { PageHead } from '../blocks/page-head.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { pathOfStandard } from '../parts/paths.ts'
import { useNames, useSay } from '../words/words.tsx'
import { DraftForm } from './draft-form.tsx'
import { DraftPanel } from './draft-panel.tsx'
import { draftsQuery } from './sandbox-queries.ts'
import { UnitCosts } from './unit-costs.tsx'
import { useDeclaredStandard } from './use-declared-standard.ts'
import './standard.css'

export function SandboxPage({ id }: { id: string }): ReactNode {
  const say = useSay()
  const standard = useQuery(standardQuery(id))
  const drafts = useQuery(draftsQuery(id))
  const error = standard.error ?? drafts.error
  if (error) return <Fault title={say('试算', 'Sandbox')} error={error} onRetry={() => void Promise.all([standard.refetch(), drafts.refetch()])} />
  return standard.data && drafts.data ? <Shown standard={standard.data} {...drafts.data} /> : <Waiting />
}

function Shown({ standard, rows, mayKeep, costs }: { standard: StandardAnswer; rows: readonly WireDraft[]; mayKeep: boolean; costs: readonly WireUnitCost[] }): ReactNode {
  const say = useSay()
  const names = useNames()
  const declared = useDeclaredStandard()(standard.id)
  const [preparing, setPreparing] = useState(false)
  const title = declared ? names.of(declared) : standard.title
  return (
    <article className="hq-stack">
      <PageHead
        title={say(`${title} · 试算`, `${title} · sandbox`)}
        back={{ to: pathOfStandard(standard.id), title }}
        actions={mayKeep && !preparing && <Button type="primary" onClick={() => setPreparing(true)}>{say('起草新版本', 'Prepare a version')}</Button>}
      />
      <p className="hq-secondary">
        {say('草案不约束任何人：先看自施行日起谁会不符合、差多少、要花多少，再提交给另一位有权限的人发布。', 'A draft binds nobody: see who would breach from its first day, by how much and at what cost, then let another keeper issue it.')}
      </p>
      {preparing && <DraftForm standard={standard} onDone={() => setPreparing(false)} />}
      {rows.length === 0 && !preparing && (
        <Empty title={say('还没有草案', 'No drafts yet')}>
          {mayKeep ? say('上级文件换了标准值时，在这里起草，先试算再发布。', 'When a document changes a figure, prepare it here and try it before it is issued.') : say('有权限的人起草后会出现在这里。', 'What the keepers prepare will appear here.')}
        </Empty>
      )}
      {standard.ledger !== false && <UnitCosts standard={standard.id} costs={costs} mayKeep={mayKeep} />}
      {rows.map((draft) => (
        <DraftPanel key={draft.id} standard={standard} draft={draft} mayKeep={mayKeep} />
      ))}
    </article>
  )
}
