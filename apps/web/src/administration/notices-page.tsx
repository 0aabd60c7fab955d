// Notices of the house 通知: the words of each kind, what groups hear, how much goes out, and what could not be delivered, with its reason.
import { Fault, late, PageHead, StackingTable, StateTag, Tabs, useSay, Waiting, WhenText } from '@houqin/web-kit'
import type { TemplateRow } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { DeadLetters } from './dead-letters.tsx'
import { GroupNotices } from './group-notices.tsx'
import { NoticeMeasure } from './notice-measure.tsx'
import { templatesQuery } from './templates.ts'
import './administration.css'

const TemplateSheet = late(async () => (await import('./template-sheet.tsx')).TemplateSheet)

export function NoticesPage(): ReactNode {
  const say = useSay()
  const title = say('通知管理', 'Notices')
  return (
    <>
      <PageHead title={title} />
      <Tabs
        label={title}
        tabs={[
          { key: 'templates', title: say('模板', 'Templates'), body: () => <Templates /> },
          { key: 'groups', title: say('群通知', 'Groups'), body: () => <GroupNotices /> },
          { key: 'measure', title: say('发送限度', 'Measure'), body: () => <NoticeMeasure /> },
          { key: 'dead', title: say('未送达', 'Not delivered'), body: () => <DeadLetters /> },
        ]}
      />
    </>
  )
}

function Templates(): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery(templatesQuery)
  const [open, setOpen] = useState<TemplateRow | null>(null)
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  const weights = { urgent: say('紧急', 'Urgent'), important: say('重要', 'Important'), normal: say('一般', 'Normal') }
  return (
    <div className="hq-table-scroll">
      <StackingTable<TemplateRow>
        label={say('模板', 'Templates')}
        rows={data.rows}
        keyOf={({ id }) => id}
        columns={[
          { title: say('通知', 'Notice'), cell: ({ label }) => label },
          { title: say('标题', 'Title'), cell: ({ words }) => say(words.zh.title, words.en.title) },
          { title: say('要紧', 'Weight'), cell: ({ importance }) => weights[importance] },
          { title: say('来源', 'Words of'), cell: (row) => <WordsOf row={row} /> },
          {
            title: say('办理', 'Do'),
            cell: (row) => (
              <Button size="small" onClick={() => setOpen(row)}>
                {say('修改', 'Change')}
              </Button>
            ),
          },
        ]}
      />
      {open && <TemplateSheet row={open} onClose={() => setOpen(null)} />}
    </div>
  )
}

function WordsOf({ row: { unknown, changedAt, changedBy } }: { row: TemplateRow }): ReactNode {
  const say = useSay()
  if (unknown.length > 0) return <StateTag tone="overdue">{say(`没有 ${unknown.join('、')}，现用原文`, `Unknown: ${unknown.join(', ')}; the original is sent`)}</StateTag>
  if (!changedAt) return <span className="hq-secondary">{say('原文', 'Original')}</span>
  return (
    <>
      {changedBy} <WhenText at={changedAt} />
    </>
  )
}
