// Notices of the house 通知: the words of each kind, what groups hear, how much goes out, and what could not be delivered, with its reason.
import { Fault, PageHead, StateTag, Tabs, useSay, Waiting, WhenText } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { DeadLetters } from './dead-letters.tsx'
import { GroupNotices } from './group-notices.tsx'
import { NoticeMeasure } from './notice-measure.tsx'
import { TemplateSheet } from './template-sheet.tsx'
import { templatesQuery } from './templates.ts'
import type { TemplateRow } from './templates.ts'
import './administration.css'

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
  const heads = [say('通知', 'Notice'), say('标题', 'Title'), say('要紧', 'Weight'), say('来源', 'Words of'), say('办理', 'Do')]
  return (
    <div className="hq-table-scroll">
      <table className="hq-table hq-stacking" aria-label={say('模板', 'Templates')}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.id}>
              <td data-title={heads[0]}>{row.label}</td>
              <td data-title={heads[1]}>{say(row.words.zh.title, row.words.en.title)}</td>
              <td data-title={heads[2]}>{weights[row.importance]}</td>
              <td data-title={heads[3]}>
                {row.unknown.length > 0 ? (
                  <StateTag tone="overdue">{say(`没有 ${row.unknown.join('、')},现用原文`, `Unknown: ${row.unknown.join(', ')}; the original is sent`)}</StateTag>
                ) : row.changedAt ? (
                  <>
                    {row.changedBy} <WhenText at={row.changedAt} />
                  </>
                ) : (
                  <span className="hq-secondary">{say('原文', 'Original')}</span>
                )}
              </td>
              <td data-title={heads[4]}>
                <Button size="small" onClick={() => setOpen(row)}>
                  {say('修改', 'Change')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open && <TemplateSheet row={open} onClose={() => setOpen(null)} />}
    </div>
  )
}
