// What groups are told 群通知: a robot's group hears of which matters; number, kind and what to do go out, nobody's name or words.
import { call, ConsoleLink, Empty, Fault, late, ProblemError, ProblemNotice, StackingTable, StateTag, useSay, Waiting, WhenText } from '@houqin/web-kit'
import type { GroupList, GroupRow } from '@houqin/web-kit'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { groupsQuery } from './groups-query.ts'

const GroupSheet = late(async () => (await import('./group-sheet.tsx')).GroupSheet)

export function GroupNotices(): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery(groupsQuery)
  const [adding, setAdding] = useState(false)
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={6} />
  if (data.robots.length === 0)
    return (
      <Empty title={say('还没有群机器人', 'No robot of a group yet')}>
        {say('先在', 'First add a robot of WeCom or DingTalk under ')}
        <ConsoleLink to="/administration/channels">{say('通知渠道', 'Notice channels')}</ConsoleLink>
        {say('里新增企业微信或钉钉的群机器人（密钥加密保存），再回来选它听什么。', ' (its key is sealed), then come back and choose what it hears.')}
      </Empty>
    )
  return (
    <div className="hq-stack">
      <div className="hq-list-bar">
        <Button type="primary" onClick={() => setAdding(true)}>
          {say('新增群通知', 'Tell a group')}
        </Button>
      </div>
      <p className="hq-secondary">{say('发到群里的只有事项类别、编号、状态、时限和要办什么，没有姓名、事由和留言。', 'A group is told kind, number, state, deadline and what to do: no name, no subject, no comment.')}</p>
      {data.rows.length === 0 ? (
        <Empty title={say('没有群在听', 'No group hears anything')}>{say('点“新增群通知”，选一个群和它要听的事。', 'Choose a group and what it is to hear.')}</Empty>
      ) : (
        <GroupTable list={data} />
      )}
      {adding && <GroupSheet list={data} onClose={() => setAdding(false)} />}
    </div>
  )
}

function GroupTable({ list }: { list: GroupList }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (id: string) => call(`/notices/groups/${id}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: groupsQuery.queryKey }),
  })
  return (
    <div className="hq-table-scroll">
      {error instanceof ProblemError && <ProblemNotice problem={error} />}
      <StackingTable
        label={say('群通知', 'Groups')}
        rows={list.rows}
        keyOf={({ id }) => id}
        columns={[
          { title: say('群', 'Group'), cell: (row) => <RobotCell row={row} /> },
          { title: say('听什么', 'Hears of'), cell: ({ kinds }) => kinds.map((kind) => list.kinds.find((one) => one.kind === kind)?.label ?? kind).join(say('、', ', ')) },
          { title: say('哪些事项', 'Which matters'), cell: (row) => matterText(row, list, say) },
          {
            title: say('谁设的', 'Set by'),
            cell: ({ writtenBy, writtenAt }) => (
              <>
                {writtenBy} <WhenText at={writtenAt} />
              </>
            ),
          },
          {
            title: say('办理', 'Do'),
            cell: ({ id }) => (
              <Button size="small" danger loading={isPending} onClick={() => mutate(id)}>
                {say('删除', 'Remove')}
              </Button>
            ),
          },
        ]}
      />
    </div>
  )
}

function RobotCell({ row: { robot } }: { row: GroupRow }): ReactNode {
  const say = useSay()
  if (robot === null) return <StateTag tone="overdue">{say('机器人已删除，不再发', 'Its robot was removed: nothing is sent')}</StateTag>
  return (
    <>
      {robot.title} <span className="hq-small hq-secondary">{robot.label}</span> {!robot.open && <StateTag tone="stopped">{say('未启用，不发', 'Off: nothing is sent')}</StateTag>}
      {robot.problem && (
        <p className="hq-danger hq-small">
          <WhenText at={robot.problem.at} /> {robot.problem.says}
        </p>
      )}
    </>
  )
}

function matterText({ matter, organ, about }: GroupRow, { matters, registers }: GroupList, say: (zh: string, en: string) => string): string {
  const title = matter === null ? say('各类事项', 'Any matter') : (matters.find((one) => one.matter === matter)?.title ?? matter)
  const named = about && `${registers.find(({ register }) => register === about.register)?.title ?? ''} ${about.name}`.trim()
  return [title, organ && say(`${organ.name}及下级`, `${organ.name} and below`), named].filter(Boolean).join(' · ')
}
