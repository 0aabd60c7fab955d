// The page of one use: when, from where to where and how many first, then car and driver once they are sent; the dispatcher goes on at his board, the driver on his own page.
import { ConsoleLink, dayOf, MatterPage, queryText, useMe, useNow, useSay, useScreenParam } from '@houqin/web-kit'
import type { StepSheets, WireMatter } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { fleetDispatcher, fleetOfficer, use } from '../../../contract/index.ts'
import { spanText } from '../span-text.ts'
import { ConfirmSheet, Driven } from './driven.tsx'
import './ask.css'

const sheets: StepSheets = Object.freeze({ confirm: ConfirmSheet })

export function Screen(): ReactNode {
  const number = useScreenParam('id')
  return <MatterPage key={number} matter={use} number={number} sheets={sheets} lead={(shown) => <AtAGlance of={shown} />} />
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const nameOf = (value: unknown): string => (typeof value === 'object' && value !== null && 'name' in value ? text(value.name) : '')

function AtAGlance({ of }: { of: WireMatter }): ReactNode {
  const { number, form, facts, steps } = of
  const say = useSay()
  const now = useNow()
  const { roles, person } = useMe()
  const offered = new Set(steps.map(({ step }) => step))
  const [leaves, returns] = [text(facts['outAt']) || text(form['leavesAt']), text(facts['backAt']) || text(form['returnsAt'])]
  const passengers = typeof form['passengers'] === 'number' ? form['passengers'] : 0
  const car = nameOf(facts['vehicle'])
  const isDesk = roles.some(({ role }) => role === fleetDispatcher.role || role === fleetOfficer.role)
  const drives = typeof facts['person'] === 'object' && facts['person'] !== null && 'id' in facts['person'] && facts['person'].id === person?.id
  return (
    <section className="hq-panel fl-glance" aria-label={say('这次用车', 'This journey')}>
      <p className="fl-glance-when hq-figures">{spanText({ from: leaves, to: returns, now, say })}</p>
      <p>{text(form['whence'])} → {text(form['whither'])} · {say(`${passengers} 人`, `${passengers} people`)}</p>
      {car !== '' && <p><strong>{car}</strong> {nameOf(facts['driver'])}</p>}
      {text(facts['pooledWith']) !== '' && <p>{say('与', 'Rides along with ')}<ConsoleLink to={`/matters/${use.id}/${text(facts['pooledWith'])}`}>{text(facts['pooledWith'])}</ConsoleLink>{say('拼车', '')}</p>}
      {text(facts['hiredFrom']) !== '' && <p>{say(`租用 ${text(facts['hiredFrom'])} 的车`, `A car of ${text(facts['hiredFrom'])} is rented`)}</p>}
      <Driven of={of} />
      {isDesk && (offered.has('dispatch') || offered.has('reassign')) && (
        <p><ConsoleLink className="hq-mend" to={`/fleet/dispatch${queryText({ number, day: dayOf(leaves) })}`}>{offered.has('dispatch') ? say('到派车台选车和驾驶员', 'Choose car and driver on the board') : say('到派车台看这一单', 'See it on the board')}</ConsoleLink></p>
      )}
      {drives && (offered.has('depart') || offered.has('finish')) && <p><ConsoleLink className="hq-mend" to="/fleet/drive">{say('到“我的出车”办理', 'Go on under My journeys')}</ConsoleLink></p>}
    </section>
  )
}
