// 派单台: what nobody has been sent to, the urgent and the late first; whom to send, best first; at the desk side by side, on a telephone from below.
import { ConsoleLink, Empty, Fault, PageHead, pathOfMatter, rowQuery, RowPicker, Sheet, sitesOf, useBoardKeys, useIsPhone, useMe, useSay, useSite, Waiting } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import { site as siteRegister, steward } from '@houqin/places'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { dispatcher, repair, serviceOfficer } from '../../contract/index.ts'
import { byUrgencyThenDue, readRepair } from '../read-repair.ts'
import type { RepairLine } from '../read-repair.ts'
import { RepairCard } from '../repair-card.tsx'
import { DispatchPanel } from './dispatch-panel.tsx'
import type { PanelKeys } from './dispatch-panel.tsx'
import { openRepairsQuery } from './dispatch-query.ts'
import { likelyDuplicates } from './likely-duplicates.ts'
import '../quick.css'
import './dispatch.css'

type Which = 'asked' | 'sent'

export function Screen(): ReactNode {
  const say = useSay()
  const first = new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr })).get('number') ?? ''
  const { site: at, change } = useSite()
  const sends = useSends()
  // the chosen site need not be one he sends to
  const site = sends === 'all' || sends.some(({ id }) => id === at) ? at : ''
  const { data, error, refetch } = useQuery({ ...openRepairsQuery(site), placeholderData: (before) => before })
  const lines = useMemo(() => (data?.rows ?? []).map(readRepair), [data])
  return (
    <div className="sd-dispatch">
      <PageHead title={say('派单台', 'Dispatch')} beside={<SiteChoice sends={sends} site={site} onChange={change} />} />
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={10} />}
      {data && <Board lines={lines} first={first} />}
      {data && data.next !== null && <ConsoleLink to={`${pathOfMatter(repair.id)}?where.closedAt.null=true`}>{say('还有更多，在列表里看', 'More in the list')}</ConsoleLink>}
    </div>
  )
}

function Board({ lines, first }: { lines: readonly RepairLine[]; first: string }): ReactNode {
  const say = useSay()
  const phone = useIsPhone()
  const firstState = lines.find(({ number }) => number === first)?.state
  const [which, setWhich] = useState<Which>(firstState !== undefined && firstState !== 'asked' ? 'sent' : 'asked')
  const [chosen, setChosen] = useState(first)
  const keys = useRef<PanelKeys | null>(null)
  const asked = lines.filter(({ state }) => state === 'asked').toSorted(byUrgencyThenDue)
  const sent = lines.filter(({ state }) => state !== 'asked').toSorted(byUrgencyThenDue)
  const shown = which === 'asked' ? asked : sent
  const place = Math.max(0, shown.findIndex(({ number }) => number === chosen))
  const current = phone ? shown.find(({ number }) => number === chosen) : shown[place]
  const likely = current ? likelyDuplicates(current, lines) : []
  const list = useRef<HTMLUListElement>(null)
  const move = (by: number): void => {
    const next = shown[Math.min(shown.length - 1, Math.max(0, place + by))]
    if (!next) return
    setChosen(next.number)
    list.current?.querySelector(`[data-number="${next.number}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  useBoardKeys({ on: !phone, move, pick: (order) => keys.current?.pick(order), send: () => keys.current?.send() })
  // The next one stands where the last one was.
  const done = (): void => setChosen(phone ? '' : (shown[place + 1]?.number ?? ''))
  const switchTo = (next: Which): void => {
    setWhich(next)
    setChosen('')
  }
  return (
    <>
      <fieldset className="hq-set sd-which" aria-label={say('哪些报修', 'Which repairs')}>
        <button type="button" aria-pressed={which === 'asked'} onClick={() => switchTo('asked')}>
          {say('待派', 'To send')} <span className="hq-figures">{asked.length}</span>
        </button>
        <button type="button" aria-pressed={which === 'sent'} onClick={() => switchTo('sent')}>
          {say('已派', 'Sent')} <span className="hq-figures">{sent.length}</span>
          {sent.some(({ overdue }) => overdue) && <span className="hq-danger hq-small"> {say(`超时 ${sent.filter(({ overdue }) => overdue).length}`, `${sent.filter(({ overdue }) => overdue).length} late`)}</span>}
        </button>
      </fieldset>
      <div className="sd-board">
        <div className="sd-board-cards">
          {shown.length === 0 ? (
            <Empty title={which === 'asked' ? say('没有待派的报修', 'Nothing waits to be sent') : say('没有在办的报修', 'Nothing is under way')}>
              {which === 'asked' ? say('有人报修时会立刻出现在这里，不用刷新。', 'A new report appears here at once.') : say('派出的单子会出现在这里，可以改派。', 'What you send appears here and can be sent to another.')}
            </Empty>
          ) : (
            <ul ref={list} className="hq-cards" aria-label={which === 'asked' ? say('待派', 'To send') : say('已派', 'Sent')}>
              {shown.map((line) => (
                <li key={line.number}>
                  <RepairCard line={line} chosen={!phone && line.number === current?.number} onChoose={() => setChosen(line.number)} note={<DuplicateNote line={line} lines={lines} />} />
                </li>
              ))}
            </ul>
          )}
          {!phone && shown.length > 0 && (
            <p className="hq-small hq-secondary sd-keys">
              <kbd>j</kbd> <kbd>k</kbd> {say('选单', 'choose')} · <kbd>1</kbd>–<kbd>9</kbd> {say('选人', 'whom')} · <kbd>d</kbd> {say('派出', 'send')}
            </p>
          )}
        </div>
        {!phone && current && (
          <aside className="hq-panel sd-board-panel" aria-label={say('派给谁', 'Whom to send')}>
            <DispatchPanel key={current.number} line={current} likely={likely} onDone={done} onKeys={(next) => (keys.current = next)} />
          </aside>
        )}
        {phone && current && (
          <Sheet title={current.state === 'asked' ? say('派单', 'Send') : say('改派', 'Send another')} onClose={() => setChosen('')}>
            <DispatchPanel key={current.number} line={current} likely={likely} onDone={done} />
          </Sheet>
        )}
      </div>
    </>
  )
}

function DuplicateNote({ line, lines }: { line: RepairLine; lines: readonly RepairLine[] }): ReactNode {
  const say = useSay()
  const count = useMemo(() => (line.state === 'asked' ? likelyDuplicates(line, lines).length : 0), [line, lines])
  if (count === 0) return null
  return <span className="hq-small sd-maybe">{say(`可能与 ${count} 件重复`, `Perhaps the same as ${count} other${count > 1 ? 's' : ''}`)}</span>
}

/** The sites whose repairs he sends: those he is granted, or all. */
function useSends(): 'all' | readonly Ref[] {
  const { roles } = useMe()
  const sends: readonly string[] = [dispatcher, steward, serviceOfficer].map(({ role }) => role)
  const held = roles.filter(({ role }) => sends.includes(role))
  return held.some(({ site }) => site === null) ? 'all' : sitesOf({ roles: held })
}

function SiteChoice({ sends, site, onChange }: { sends: 'all' | readonly Ref[]; site: string; onChange: (site: string) => void }): ReactNode {
  const say = useSay()
  const { data: chosen } = useQuery({ ...rowQuery(siteRegister.id, site), enabled: site !== '' })
  if (sends === 'all')
    return (
      <div className="sd-site">
        <RowPicker register={siteRegister.id} chosen={chosen ? { id: chosen.id, name: chosen.name } : null} label={say('只看一处场所', 'One site only')} onChange={(row) => onChange(row?.id ?? '')} />
      </div>
    )
  if (sends.length < 2) return <span className="hq-secondary">{sends[0]?.name}</span>
  return (
    <select className="hq-native sd-site" value={site} aria-label={say('场所', 'Site')} onChange={({ target }) => onChange(target.value)}>
      <option value="">{say('全部场所', 'All sites')}</option>
      {sends.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}
