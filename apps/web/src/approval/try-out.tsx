// “谁来审”: an example is tried on the routes of today; who would decide, who stands in, where nobody would.
import { call, ChoicePicker, Empty, modeText, ProblemError, ProblemNotice, RowPicker, useHouse, useNames, useSay } from '@houqin/web-kit'
import type { Ref, RouteList, TriedRoute } from '@houqin/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Labelled } from './labelled.tsx'

type Seats = TriedRoute['stages'][number]['seats']
type Place = 'organ' | 'site' | 'person'

export function TryOut({ list }: { list: RouteList }): ReactNode {
  const say = useSay()
  const { keeperOf } = useHouse()
  const [route, setRoute] = useState(list.routes[0]?.route ?? '')
  const [kind, setKind] = useState<string | null>(null)
  const [amount, setAmount] = useState('')
  const [places, setPlaces] = useState<Readonly<Partial<Record<Place, Ref | null>>>>({})
  const [tried, setTried] = useState<TriedRoute | null>(null)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const declared = list.routes.find((one) => one.route === route)
  const chooseRoute = (chosen: string): void => {
    setRoute(chosen)
    setKind(null)
  }
  async function send(): Promise<void> {
    setProblem(null)
    try {
      setTried(await call<TriedRoute>('/approval/try', {
        method: 'POST',
        body: { route, kind, amount: amount || null, organ: places.organ?.id ?? null, site: places.site?.id ?? null, requester: places.person?.id ?? null },
      }))
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
    }
  }
  const labels: Readonly<Record<Place, string>> = { organ: say('单位', 'Organ'), site: say('场所', 'Site'), person: say('谁提出', 'Who asks') }
  return (
    <div className="hq-stack">
      <form
        className="hq-panel"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <div className="hq-form">
          <Labelled label={say('哪一步', 'Which step')} input={(input) => <ChoicePicker input={input} chosen={route} onChange={chooseRoute} options={list.routes.map((one) => ({ key: one.route, label: `${one.title} · ${one.step}` }))} />} />
          {declared?.byAmount && <Labelled label={say('金额，元', 'Amount, yuan')} input={(input) => <input {...input} className="hq-native" inputMode="decimal" value={amount} onChange={({ target }) => setAmount(target.value.trim())} />} />}
          {declared && Object.keys(declared.kinds).length > 0 && (
            <Labelled label={say('类别', 'Kind')} input={(input) => <ChoicePicker input={input} clearable chosen={kind} onChange={setKind} options={Object.entries(declared.kinds).map(([key, label]) => ({ key, label }))} />} />
          )}
          {(['organ', 'site', 'person'] as const).map((place) => {
            const register = keeperOf(place)
            return (
              register && (
                <Labelled key={place} label={labels[place]} input={(input) => <RowPicker register={register.id} input={input} chosen={places[place] ?? null} onChange={(chosen) => setPlaces({ ...places, [place]: chosen })} />} />
              )
            )
          })}
        </div>
        <ProblemNotice problem={problem} />
        <div className="hq-form-foot">
          <Button type="primary" htmlType="submit">
            {say('看看谁来审', 'Who would decide')}
          </Button>
        </div>
      </form>
      {tried && <Answer tried={tried} />}
    </div>
  )
}

/** A seat that names a person is that person: he is not said twice. */
function isNamed(who: string, persons: Seats[number]['persons']): boolean {
  return persons.length === 1 && persons[0]?.for === null && persons[0].person.name === who
}

function Answer({ tried: { row, stages, copies } }: { tried: TriedRoute }): ReactNode {
  const say = useSay()
  const names = useNames()
  if (row === null) return <Empty title={say('没有适用的路线', 'No route fits')}>{say('这样报批会被退回：请在路线表中补上一行。', 'It would be refused: add a row to the routes.')}</Empty>
  return (
    <section className="hq-panel" aria-live="polite">
      <h2>{say('会这样审', 'It would go so')}</h2>
      <p className="hq-secondary hq-below">{row.source}</p>
      {stages.length === 0 && <p>{say('免审批，直接办理。', 'Nobody need be asked.')}</p>}
      <ol>
        {stages.map(({ title, mode, percent, seats }, place) => (
          <li key={place}>
            <strong>{title}</strong> <span className="hq-small hq-secondary">{modeText(mode, percent ?? null, say)}</span>
            <ul className="hq-plain-rows">
              {seats.map(({ who, persons, vacancy }, at) => (
                <li key={at}>
                  {isNamed(who, persons) ? '' : `${names.phrase(who)}: `}
                  {persons.map(({ person, for: whom }) => (whom ? say(`${person.name}（代 ${whom.name}）`, `${person.name} (for ${whom.name})`) : person.name)).join(say('、', ', '))}
                  {vacancy && <span className="hq-danger">{vacancy}</span>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {copies.length > 0 && (
        <>
          <h3>{say('通过后抄送', 'Copies once it has passed')}</h3>
          <ul className="hq-plain-rows">
            {copies.map(({ who, persons }, at) => (
              <li key={at}>
                {persons[0]?.name === who ? '' : `${names.phrase(who)}: `}
                {persons.map(({ name }) => name).join(say('、', ', ')) || <span className="hq-danger">{say('现在没有人能收到', 'nobody would receive it now')}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
