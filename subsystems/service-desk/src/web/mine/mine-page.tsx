// 我的报修: what waits for my answer first, then what is under way, then what is over.
import { BigButton, call, DueText, Empty, Fault, holderText, matterQuery, MatterState, PageHead, pathOfMatter, pathOfNumber, queryText, RowCard, Stars, useMe, useNames, useSay, Waiting, WhenText, ConsoleLink } from '@houqin/web-kit'
import type { ListedMatter, Page } from '@houqin/web-kit'
import { PlusOutlined } from '@ant-design/icons'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { repair } from '../../contract/index.ts'
import { placeText, readRepair } from '../read-repair.ts'
import type { RepairLine } from '../read-repair.ts'
import { ConfirmSheet } from './confirm-sheet.tsx'
import './mine.css'

const lately = 60

const mineQuery = (person: string) =>
  queryOptions({
    queryKey: ['matters', repair.id, 'mine', person],
    queryFn: ({ signal }) => call<Page<ListedMatter>>(`/matters/${repair.id}${queryText({ 'where.requester': person, sort: '-openedAt', limit: lately })}`, { signal }),
  })

export function Screen(): ReactNode {
  const say = useSay()
  const me = useMe()
  const person = me.person?.id ?? ''
  const { data, error, refetch } = useQuery({ ...mineQuery(person), enabled: person !== '' })
  return (
    <div className="sd-mine">
      <PageHead title={say('我的报修', 'My reports')} />
      <BigButton label={say('我要报修', 'Report a repair')} icon={PlusOutlined} to="/service-desk/report" />
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && person !== '' && <Waiting />}
      {person === '' && <Empty title={say('账号没有关联人员', 'Your account belongs to no person')}>{say('请系统管理员把账号关联到人员后，这里才有您的报修。', 'Once the system administrator links it, your reports appear here.')}</Empty>}
      {data && <Reports lines={data.rows.map(readRepair)} />}
      {data && data.next !== null && <ConsoleLink to={`${pathOfMatter(repair.id)}?where.requester=${person}`}>{say('更早的报修', 'Earlier reports')}</ConsoleLink>}
    </div>
  )
}

function Reports({ lines }: { lines: readonly RepairLine[] }): ReactNode {
  const say = useSay()
  if (lines.length === 0) return <Empty title={say('您还没有报过修', 'You have not reported anything')}>{say('报修以后，在这里看谁在修、什么时候修好。', 'What you report, who mends it and by when appears here.')}</Empty>
  const waiting = lines.filter(({ state }) => state === 'fixed' || state === 'returned')
  const over = lines.filter(({ matter }) => matter.closedAt !== null)
  const open = lines.filter((line) => !waiting.includes(line) && !over.includes(line))
  const groups = [
    { title: say('等您回应', 'Waiting for you'), lines: waiting },
    { title: say('正在办', 'Under way'), lines: open },
    { title: say('已结束', 'Over'), lines: over },
  ]
  return groups
    .filter((group) => group.lines.length > 0)
    .map((group) => (
      <section key={group.title} aria-label={group.title}>
        <h2 className="sd-mine-group">
          {group.title} <span className="hq-secondary hq-figures">{group.lines.length}</span>
        </h2>
        <ul className="hq-cards">
          {group.lines.map((line) => (
            <li key={line.number}>
              <ReportCard line={line} />
            </li>
          ))}
        </ul>
      </section>
    ))
}

function ReportCard({ line }: { line: RepairLine }): ReactNode {
  const say = useSay()
  const names = useNames()
  const { matter } = line
  const holder = holderText(matter.holder)
  return (
    <div className="sd-mine-card">
      <RowCard
        to={pathOfNumber(repair.id, line.number)}
        card={{
          title: (
            <>
              {line.what}
              <span className="hq-secondary sd-mine-place">{placeText(line)}</span>
            </>
          ),
          state: <MatterState of={matter} />,
          facts: [
            { label: say('报修', 'Reported'), value: <WhenText at={line.openedAt} /> },
            ...(matter.closedAt === null && holder && line.state !== 'fixed' ? [{ label: say('在', 'With'), value: names.phrase(holder) }] : []),
            ...(matter.closedAt === null && line.dueAt ? [{ label: '', value: <DueText dueAt={line.dueAt} /> }] : []),
            ...(matter.rating ? [{ label: '', value: <Stars stars={matter.rating.stars} /> }] : []),
          ],
        }}
      />
      {line.state === 'fixed' && <Answer number={line.number} />}
    </div>
  )
}

function Answer({ number }: { number: string }): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState<'confirm' | 'notFixed' | null>(null)
  const { data: shown } = useQuery({ ...matterQuery(repair.id, number), enabled: open !== null })
  return (
    <div className="sd-answer">
      <Button type="primary" loading={open === 'confirm' && !shown} onClick={() => setOpen('confirm')}>
        {say('修好了', 'Fixed')}
      </Button>
      <Button loading={open === 'notFixed' && !shown} onClick={() => setOpen('notFixed')}>
        {say('没修好', 'Not fixed')}
      </Button>
      {open && shown && <ConfirmSheet shown={shown} first={open} onClose={() => setOpen(null)} />}
    </div>
  )
}
