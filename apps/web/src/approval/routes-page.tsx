// Approval routes 审批路线: the table the officer keeps, “谁来审” to try it, and what is stuck with its reason.
import { approvalOfficer } from '@houqin/define'
import { Empty, Fault, late, modeText, signatureText, PageHead, StackingTable, StateTag, Tabs, useMe, useNames, usePreferences, useSay, useWholeHouse, Waiting } from '@houqin/web-kit'
import type { DeclaredRoute, RouteList, RouteRow, Say, TagTone } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { rolesOf } from '../shell/rail-groups.ts'
import { inReadersWords, routesQuery } from './route-rows.ts'
import { StuckTable } from './stuck-table.tsx'
import { TryOut } from './try-out.tsx'

const RouteSheet = late(async () => (await import('./route-sheet.tsx')).RouteSheet)

export function RoutesPage(): ReactNode {
  const say = useSay()
  const names = useNames()
  // the server says all of it in Chinese
  const parts = useWholeHouse(usePreferences().locale === 'en')
  const { data, error, refetch } = useQuery(routesQuery)
  if (error && !data) return <Fault title={say('审批路线', 'Approval routes')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  const list = inReadersWords(data, { parts, names, say })
  return (
    <>
      <PageHead title={say('审批路线', 'Approval routes')} />
      <Tabs
        label={say('审批路线', 'Approval routes')}
        tabs={[
          { key: 'routes', title: say('路线表', 'Routes'), body: () => <RouteTable list={list} /> },
          { key: 'try', title: say('谁来审', 'Who decides'), body: () => <TryOut list={list} /> },
          { key: 'stuck', title: say('卡住的审批', 'Stuck'), body: () => <StuckTable /> },
        ]}
      />
    </>
  )
}

const tones: Readonly<Record<RouteRow['state'], TagTone>> = { 'in-force': 'done', 'to-come': 'running', over: 'stopped', replaced: 'stopped' }

function RouteTable({ list }: { list: RouteList }): ReactNode {
  const say = useSay()
  const keeps = rolesOf(useMe()).has(approvalOfficer.role)
  const [open, setOpen] = useState<{ declared: DeclaredRoute; row?: RouteRow } | null>(null)
  const [past, setPast] = useState(false)
  const states = { 'in-force': say('现行', 'In force'), 'to-come': say('待生效', 'To come'), over: say('已过', 'Over'), replaced: say('已替换', 'Replaced') }
  return (
    <div className="hq-stack">
      <div className="hq-list-bar">
        <label className="hq-row">
          <input type="checkbox" checked={past} onChange={({ target }) => setPast(target.checked)} /> {say('显示旧版本', 'Show past versions')}
        </label>
      </div>
      {list.routes.map((declared) => {
        const rows = list.rows.filter(({ route, state }) => route === declared.route && (past || state === 'in-force' || state === 'to-come'))
        const label = `${declared.title} · ${declared.step}`
        return (
          <section key={declared.route} className="hq-panel hq-stack">
            <h2 className="hq-row">
              {label}
              {keeps && (
                <Button size="small" onClick={() => setOpen({ declared })}>
                  {say('新增一行', 'Add a row')}
                </Button>
              )}
            </h2>
            {rows.length === 0 ? (
              <Empty title={say('还没有路线', 'No route yet')}>{say('没有路线时，这一步不能办理。', 'Without one the step is refused.')}</Empty>
            ) : (
              <div className="hq-table-scroll">
                <StackingTable
                  label={label}
                  rows={rows}
                  keyOf={({ id }) => id}
                  columns={[
                    { title: say('适用', 'For'), cell: ({ organ, kind }) => `${organ?.name ?? say('全部单位', 'Any organ')} · ${kind === null ? say('全部类别', 'Any kind') : (declared.kinds[kind] ?? kind)}` },
                    { title: say('金额', 'Amount'), cell: (row) => amountText(row, say) },
                    { title: say('环节与审批人', 'Stages'), cell: (row) => <StageLines row={row} /> },
                    { title: say('生效', 'Days'), cell: ({ from, to }) => `${from} – ${to ?? say('长期', 'on')}` },
                    { title: say('依据', 'By'), cell: ({ source }) => source },
                    {
                      title: say('状态', 'State'),
                      cell: ({ state, version }) => (
                        <>
                          <StateTag tone={tones[state]}>{states[state]}</StateTag> {say(`第 ${version} 版`, `v${version}`)}
                        </>
                      ),
                    },
                    ...(keeps ? [{ title: say('办理', 'Do'), cell: (row: RouteRow) => <ChangeButton row={row} onChange={() => setOpen({ declared, row })} /> }] : []),
                  ]}
                />
              </div>
            )}
          </section>
        )
      })}
      {open && <RouteSheet list={list} declared={open.declared} {...(open.row && { row: open.row })} onClose={() => setOpen(null)} />}
    </div>
  )
}

function ChangeButton({ row: { state }, onChange }: { row: RouteRow; onChange: () => void }): ReactNode {
  const say = useSay()
  return (
    (state === 'in-force' || state === 'to-come') && (
      <Button size="small" onClick={onChange}>
        {say('修改', 'Change')}
      </Button>
    )
  )
}

function amountText({ amountFrom, amountBelow }: Pick<RouteRow, 'amountFrom' | 'amountBelow'>, say: Say): string {
  if (amountFrom === null && amountBelow === null) return say('不限', 'Any')
  if (amountFrom === null) return say(`不满 ${amountBelow} 元`, `below ${amountBelow}`)
  if (amountBelow === null) return say(`${amountFrom} 元及以上`, `from ${amountFrom}`)
  return say(`${amountFrom} 元至不满 ${amountBelow} 元`, `${amountFrom} to below ${amountBelow}`)
}

function StageLines({ row: { stages, copyWords } }: { row: RouteRow }): ReactNode {
  const say = useSay()
  if (stages.length === 0) return say('免审批', 'Nobody need be asked')
  const late = { remind: say('提醒', 'remind'), escalate: say('上报', 'take up'), pass: say('自动同意', 'agree'), return: say('自动退回', 'send back') }
  return (
    <ol className="hq-plain-rows">
      {stages.map(({ title, mode, percent, words, hours, late: deed, signature }, place) => (
        <li key={place}>
          {place + 1}. {title}: {words.join(say('、', ', '))}{' '}
          <span className="hq-small hq-secondary">
            {modeText(mode, percent ?? null, say)}
            {signature !== undefined && signature !== 'none' && ` · ${signatureText(signature, say)}`}
            {hours !== undefined && say(` · ${hours} 工作小时`, ` · ${hours} working hours`)}
            {deed && say(`，超时${late[deed]}`, `, then ${late[deed]}`)}
          </span>
        </li>
      ))}
      {copyWords.length > 0 && (
        <li className="hq-secondary">
          {say('通过后抄送', 'Copies once passed')}: {copyWords.join(say('、', ', '))}
        </li>
      )}
    </ol>
  )
}
