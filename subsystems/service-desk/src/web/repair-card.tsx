// A repair as a card 报修卡: where, what, how urgent, by when, with the first photographs; a button, since it is chosen and not opened.
import { DueText, fileAddress, StateTag, useSay, WhenText } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { placeText } from './read-repair.ts'
import type { RepairLine } from './read-repair.ts'
import './repair-card.css'

const shownPhotos = 3

export function UrgencyTag({ urgency }: Pick<RepairLine, 'urgency'>): ReactNode {
  const say = useSay()
  if (urgency === 'normal') return null
  return urgency === 'urgent' ? <StateTag tone="overdue">{say('紧急', 'Urgent')}</StateTag> : <StateTag tone="draft">{say('不急', 'No hurry')}</StateTag>
}

/**
 * @param within the name of the site when the page speaks of that one alone: it is not repeated.
 * @param note further words of the page it stands on, such as "perhaps the same as two others".
 */
export function RepairCard({ line, chosen = false, within, note, onChoose }: { line: RepairLine; chosen?: boolean; within?: string | undefined; note?: ReactNode; onChoose: () => void }): ReactNode {
  const say = useSay()
  return (
    <button type="button" className="sd-card" aria-pressed={chosen} data-number={line.number} onClick={onChoose}>
      <span className="sd-card-head">
        <strong>{placeText(line, within)}</strong>
        <span className="sd-card-due">{line.dueAt ? <DueText dueAt={line.dueAt} /> : <span className="hq-secondary">{say('无时限', 'No deadline')}</span>}</span>
      </span>
      <span className="sd-card-what">
        <UrgencyTag urgency={line.urgency} />
        {line.reopened > 0 && <StateTag tone="soon">{say('返修', 'Came back')}</StateTag>}
        <span>{line.what}</span>
      </span>
      {line.photos.length > 0 && (
        <span className="sd-card-photos">
          {line.photos.slice(0, shownPhotos).map((id, place) => (
            <img key={id} src={fileAddress(id, 'thumb')} alt={say(`照片 ${place + 1}`, `Photo ${place + 1}`)} loading="lazy" />
          ))}
          {line.photos.length > shownPhotos && <span className="hq-secondary">+{line.photos.length - shownPhotos}</span>}
        </span>
      )}
      <span className="sd-card-facts hq-small hq-secondary">
        <span className="hq-figures">{line.number}</span>
        <span>
          {line.asker} <WhenText at={line.openedAt} />
        </span>
        {line.category && <span>{line.category.name}</span>}
        {line.worker ? <span>{line.worker.name}</span> : line.team && <span>{line.team.name}</span>}
        {line.state === 'paused' && <span>{say(`暂缓：${line.waitingFor}`, `Paused: ${line.waitingFor}`)}</span>}
      </span>
      {note}
    </button>
  )
}
