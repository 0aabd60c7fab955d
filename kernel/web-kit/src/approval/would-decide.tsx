// Who would decide what is being filled in 谁来审: for every range of amounts until the amount is typed.
import type { StepDecided, WouldDecide as Range } from '@houqin/wire'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { call } from '../api/call.ts'
import type { Entries } from '../fields/entries.ts'
import { useNames, useSay } from '../words/words.tsx'
import { modeText, signatureText } from './approval-words.ts'
import { VacantSeat } from './vacant-seat.tsx'
import type { Asked } from './who-decides.tsx'
import './approval.css'

const pause = 500

export function WouldDecide({ matter, of, entries }: Asked): ReactNode {
  const say = useSay()
  const names = useNames()
  const input = useSettled(JSON.stringify(saidIn(entries)))
  const { data } = useQuery({
    queryKey: ['matters', matter.id, 'who-decides', of?.number, of?.step, input],
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: ({ signal }) => call<{ steps: readonly StepDecided[] }>(`/matters/${matter.id}/who-decides`, { method: 'POST', body: { ...of, input: JSON.parse(input) as object }, signal }),
  })
  if (!data) return null
  return (
    <section className="hq-who-decides" aria-label={say('谁来审', 'Who will decide')}>
      {data.steps.map(({ step, label, ranges }) => {
        const declared = matter.steps[step]
        return (
          <div key={step}>
            <h3>
              {say('谁来审', 'Who will decide')} · {declared ? names.of(declared) : label}
            </h3>
            {ranges.every(({ row }) => row === null) ? (
              <p className="hq-danger">{say('没有适用的审批路线，报批会被退回；请先联系审批管理员。', 'No route fits, and it would be refused; ask the approval officer first.')}</p>
            ) : (
              <ul className="hq-plain-rows">
                {ranges.map((range, place) => (
                  <li key={place}>
                    {amounts(range, say)}
                    <Stages range={range} />
                    <Copies range={range} />
                  </li>
                ))}
              </ul>
            )}
          </div>
        )
      })}
    </section>
  )
}

function Stages({ range: { row, stages } }: { range: Range }): ReactNode {
  const say = useSay()
  const names = useNames()
  if (row === null) return <span className="hq-danger">{say('没有适用的审批路线', 'No route fits')}</span>
  if (stages.length === 0) return say('免审批', 'Nobody need be asked')
  return stages.map(({ title, mode, percent, signature, seats }, place) => (
    <span key={place} style={{ display: 'block' }}>
      {place + 1}. {names.phrase(title)}{say('：', ': ')}
      {seats.map(({ who, persons, vacancy }, at) => (
        <span key={at}>
          {at > 0 && say('、', ', ')}
          {persons.map(({ person, for: whom }) => (whom ? say(`${person.name}（代 ${whom.name}）`, `${person.name} (for ${whom.name})`) : person.name)).join(say('、', ', '))}
          {vacancy && <VacantSeat who={who} vacancy={vacancy} mode={mode} others={seats.some((other) => other.persons.length > 0)} />}
        </span>
      ))}{' '}
      <span className="hq-small hq-secondary">
        {modeText(mode, percent ?? null, say)}
        {signature !== undefined && signature !== 'none' && ` · ${signatureText(signature, say)}`}
      </span>
    </span>
  ))
}

function Copies({ range: { copies } }: { range: Range }): ReactNode {
  const say = useSay()
  const names = [...new Set(copies.flatMap(({ who, persons }) => (persons.length > 0 ? persons.map(({ name }) => name) : [who])))]
  return names.length > 0 && <span className="hq-small hq-secondary">{say(`通过后抄送：${names.join('、')}`, `Copies once it has passed: ${names.join(', ')}`)}</span>
}

function amounts({ amountFrom, amountBelow }: Range, say: (zh: string, en: string) => string): ReactNode {
  if (amountFrom === null && amountBelow === null) return null
  const words = amountFrom === null ? say(`不满 ${amountBelow} 元`, `Below ${amountBelow} yuan`)
    : amountBelow === null ? say(`${amountFrom} 元及以上`, `From ${amountFrom} yuan`) : say(`${amountFrom} 元至不满 ${amountBelow} 元`, `${amountFrom} to below ${amountBelow} yuan`)
  return <span className="hq-secondary" style={{ display: 'block' }}>{words}</span>
}

/** What chooses a route: texts, choices and references, as far as they are filled in. */
function saidIn(entries: Entries): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(entries).flatMap(([name, entry]): [string, string][] => {
    if (typeof entry === 'string') return entry === '' || entry.length > 40 ? [] : [[name, entry.trim()]]
    return typeof entry === 'object' && entry !== null && 'id' in entry ? [[name, entry.id]] : []
  }))
}
/** What it was a moment after the last key. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
