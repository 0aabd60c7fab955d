// What was read from a drawing 读图结果: the rooms drawn, those the ledger knows and those it does not, and what is to be mended, the gravest first.
import { useSay } from '@houqin/web-kit'
import { PlanCanvas } from '@houqin/web-kit/plan'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { ReadDrawing } from '../../contract/answers.ts'

const order = ['stop', 'mend', 'look', 'note'] as const
const colours = { known: '#C5E0B4', unknown: '#FFE08A' }
const mostShown = 40
/** Of one kind; a plan without labels would hide all else. */
const mostAlike = 4

/** @param plain without the picture, where the plan itself is in sight. */
export function ReadDrawingView({ read, plain = false }: { read: ReadDrawing; plain?: boolean }): ReactNode {
  const say = useSay()
  const shapes = useMemo(() => read.rooms.map(({ number, ring, holes, code, name, area, known }) => ({
    id: String(number), ring, holes, words: [code ?? `#${number}`, name ?? '', `${area}\u00A0㎡`].filter((word) => word !== ''), fill: known ? colours.known : colours.unknown,
  })), [read])
  const known = read.rooms.filter((room) => room.known).length
  const kinds = [...Map.groupBy(read.findings, ({ code }) => code).values()]
  const findings = kinds.flatMap((alike) => alike.slice(0, mostAlike).map((one, at) => ({ ...one, more: at === mostAlike - 1 ? alike.length - mostAlike : 0 }))).toSorted((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight))
  const weights = { stop: say('不能用', 'Stop'), mend: say('要改', 'Mend'), look: say('请核对', 'Check'), note: say('说明', 'Note') }
  return (
    <div className="hq-stack">
      {!plain && shapes.length > 0 && (
        <div className="os-preview">
          <PlanCanvas shapes={shapes} picked="" onPick={() => undefined} label={read.source} />
        </div>
      )}
      <p>
        {say(`认出 ${read.rooms.length} 间，其中 ${known} 间与台账房号对上（绿），${read.rooms.length - known} 间没有对上（黄）。`, `${read.rooms.length} rooms were recognised: ${known} by their number in the ledger (green), ${read.rooms.length - known} not (yellow).`)}
      </p>
      {read.undrawn.length > 0 && <p className="hq-warning">{say(`台账里有、图上没有的房号：${read.undrawn.join('、')}`, `In the ledger and not drawn: ${read.undrawn.join(', ')}`)}</p>}
      <ul className="os-findings" aria-label={say('读图发现', 'Findings')}>
        {findings.slice(0, mostShown).map(({ code, weight, says, more }, place) => (
          <li key={`${code} ${place}`} className={weight === 'stop' || weight === 'mend' ? 'hq-warning' : 'hq-secondary'}>
            <strong>{weights[weight]}</strong> {says}
            {more > 0 && <span className="hq-secondary"> {say(`同类的还有 ${more} 处。`, `${more} more of the kind.`)}</span>}
          </li>
        ))}
      </ul>
      {findings.length > mostShown && <p className="hq-secondary">{say(`另有 ${findings.length - mostShown} 条。`, `${findings.length - mostShown} more.`)}</p>}
    </div>
  )
}
