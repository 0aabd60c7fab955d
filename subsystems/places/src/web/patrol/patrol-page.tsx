// 今天的巡查: the route point by point, made for one hand: scan the door, tick it, or report what is wrong in two taps.
import { call, ConsoleLink, DueText, Empty, Fault, figure, MatterState, OneSite, PageHead, pathOfNumber, ProblemError, ProblemNotice, serverNow, StateTag, ThumbButton, TwoAnswers, useGo, useHouse, useNames, useSay, useSite, useToast, Waiting } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { patrol } from '../../contract/index.ts'
import { FaultSheet } from './fault-sheet.tsx'
import { LeaveSheet } from './leave-sheet.tsx'
import { onePatrol, openPatrols, pointsOf } from './patrol-query.ts'
import type { Point } from './patrol-query.ts'
import './patrol.css'

/** Which patrol was being walked when the scanner was opened. */
const walkedKey = 'houqin.patrol'

export function Screen(): ReactNode {
  const say = useSay()
  const names = useNames()
  const go = useGo()
  const search = new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr }))
  const code = search.get('code') ?? ''
  const number = search.get('number') ?? (code ? (sessionStorage.getItem(walkedKey) ?? '') : '')
  const { site: at, change } = useSite()
  const { data, error, refetch } = useQuery(openPatrols(at))
  if (error && !data) return <Fault title={say('今天的巡查', 'Today’s patrol')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={6} />
  const [first] = data.rows
  const chosen = number || (data.rows.length === 1 && first ? first.number : '')
  if (chosen) return <Walk key={chosen} number={chosen} code={code} />
  return (
    <div className="hq-narrow">
      <PageHead title={say('今天的巡查', 'Today’s patrol')} beside={at !== '' && <OneSite site={at} onAll={() => change('')} />} />
      {data.rows.length === 0 ? (
        <Empty title={say('没有要走的巡查', 'No patrol to walk')}>
          <ConsoleLink to="/places/plans">{say('在“周期计划”里排好路线和日子，到时自动出现', 'Plan a route and its days; it appears by itself')}</ConsoleLink>
        </Empty>
      ) : (
        <ul className="hq-stack">
          {data.rows.map((one) => (
            <li key={one.number}>
              <button type="button" className="hq-panel pl-patrol-choice" onClick={() => go(`/places/patrol?number=${one.number}`)}>
                <strong>{names.told(one.subject, patrol)}</strong>
                <DueText dueAt={one.dueAt} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Walk({ number, code }: { number: string; code: string }): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery(onePatrol(number))
  if (error && !data) return <Fault title={say('今天的巡查', 'Today’s patrol')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  return <Route seen={data} code={code} />
}

interface Ticking {
  readonly point: Point
  readonly outcome: 'ok' | 'fault'
  readonly repair?: string
}
interface Deed {
  readonly step: 'check' | 'finish'
  readonly body: object
  /** Whether it is still to be done, when somebody else was faster. */
  readonly isStillMeant: (now: WireMatter) => boolean
}
function Route({ seen, code }: { seen: WireMatter; code: string }): ReactNode {
  const say = useSay()
  const names = useNames()
  const go = useGo()
  const toast = useToast()
  const client = useQueryClient()
  const [problem, setProblem] = useState<ProblemError | null>(null)
  // shown at once: a page that moves when an answer comes moves under the thumb that is on its way to the next point
  const [ticked, setTicked] = useState<ReadonlyMap<string, Ticking['outcome']>>(new Map())
  const [fault, setFault] = useState<Point | null>(null)
  const [leaving, setLeaving] = useState(false)
  const [scanned, setScanned] = useState<string | null>(null)
  const points = pointsOf(seen).map((point) => ({ ...point, outcome: point.outcome ?? ticked.get(point.id) ?? null }))
  const left = points.filter(({ outcome }) => outcome === null)
  const may = (step: string): boolean => seen.steps.some((offer) => offer.step === step)

  useEffect(() => {
    if (!code) return
    call<{ id: string; place: string }>(`/places/patrol-point?number=${seen.number}&code=${encodeURIComponent(code)}`).then(
      ({ id }) => {
        setScanned(id)
        document.getElementById(`point-${id}`)?.scrollIntoView({ block: 'center' })
      },
      (thrown: unknown) => setProblem(thrown instanceof ProblemError ? thrown : null),
    )
    go(`/places/patrol?number=${seen.number}`, { replace: true })
    // Once for the code that was brought along.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [code])

  // one after the other: a thumb is faster than the answer to the point before, which brings the version the next one needs
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  function take(deed: Deed): Promise<boolean> {
    setProblem(null)
    const taken = turn.current.then(() => send(deed))
    turn.current = taken
    return taken
  }
  async function send({ step, body, isStillMeant }: Deed): Promise<boolean> {
    const { queryKey } = onePatrol(seen.number)
    const under = (version: number): Promise<WireMatter> => call<WireMatter>(`/matters/${patrol.id}/${seen.number}/steps/${step}`, { method: 'POST', body: { ...body, version } })
    try {
      const next = await under(client.getQueryData<WireMatter>(queryKey)?.version ?? seen.version).catch(async (thrown: unknown) => {
        if (!(thrown instanceof ProblemError && thrown.type === 'stale-version')) throw thrown
        // a colleague walks the same patrol, and was at another point or at this one before
        const now = await client.fetchQuery({ ...onePatrol(seen.number), staleTime: 0 })
        return isStillMeant(now) ? under(now.version) : now
      })
      client.setQueryData(queryKey, next)
      void client.invalidateQueries({ queryKey: ['matters', patrol.id] })
      return true
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
      void client.invalidateQueries({ queryKey })
      return false
    }
  }
  async function tick({ point: { id }, outcome, repair }: Ticking): Promise<void> {
    setTicked((before) => new Map(before).set(id, outcome))
    setFault(null)
    const done = await take({
      step: 'check',
      body: { lines: { points: [{ id, outcome, way: scanned === id ? 'scan' : 'hand', reachedAt: serverNow().toISOString(), ...(repair && { repair }) }] } },
      isStillMeant: (now) => pointsOf(now).some((one) => one.id === id && one.outcome === null),
    })
    if (!done) setTicked((before) => new Map([...before].filter(([point]) => point !== id)))
  }
  async function finish(): Promise<void> {
    if (await take({ step: 'finish', body: {}, isStillMeant: (now) => now.closedAt === null })) toast({ says: say('巡查完毕', 'Patrol finished') })
  }
  return (
    <div className="pl-patrol hq-narrow">
      <PageHead title={names.told(seen.subject, patrol)} beside={seen.closedAt === null ? <DueText dueAt={seen.dueAt} /> : <MatterState of={seen} />} />
      <output className="hq-secondary hq-figures">
        {say(`已到 ${figure(points.length - left.length)} / ${figure(points.length)} 处`, `${figure(points.length - left.length)} of ${figure(points.length)} points`)}
        {' · '}
        <ConsoleLink to={pathOfNumber(patrol.id, seen.number)}>{seen.number}</ConsoleLink>
      </output>
      <ProblemNotice problem={problem} />
      {may('check') && (
        <ThumbButton
          label={say('扫门上的码到点', 'Scan the code at the door')}
          onPress={() => {
            sessionStorage.setItem(walkedKey, seen.number)
            go('/scan?to=/places/patrol')
          }}
        />
      )}
      <ol className="pl-points">
        {points.map((point) => (
          <li key={point.id} id={`point-${point.id}`} className="hq-panel pl-point" data-done={point.outcome ?? undefined} data-here={scanned === point.id && point.outcome === null ? '' : undefined}>
            <OnePoint point={point} here={scanned === point.id} open={may('check') && point.outcome === null} onOk={() => void tick({ point, outcome: 'ok' })} onFault={() => setFault(point)} />
          </li>
        ))}
      </ol>
      {may('finish') && (
        <div className="pl-patrol-end">
          {left.length === 0 ? (
            <ThumbButton label={say('巡查完毕', 'Finish the patrol')} onPress={() => void finish()} />
          ) : (
            <button type="button" className="hq-more" onClick={() => setLeaving(true)}>
              {say(`还有 ${left.length} 处没走到，结束并说明`, `End with ${left.length} not reached`)}
            </button>
          )}
        </div>
      )}
      {fault && <FaultSheet point={fault} site={seen.site?.id ?? ''} onDone={(repair) => void tick({ point: fault, outcome: 'fault', ...(repair && { repair }) })} onClose={() => setFault(null)} />}
      {leaving && <LeaveSheet seen={seen} left={left} onClose={() => setLeaving(false)} />}
    </div>
  )
}

function OnePoint({ point, here, open, onOk, onFault }: { point: Point; here: boolean; open: boolean; onOk: () => void; onFault: () => void }): ReactNode {
  const say = useSay()
  const house = useHouse()
  const repaired = point.repair === null ? undefined : house.matterOf(point.repair)
  return (
    <>
      <div className="pl-point-what">
        <strong>{point.place}</strong>
        {here && point.outcome === null && <StateTag tone="running">{say('已扫码', 'Scanned')}</StateTag>}
        {point.outcome === 'ok' && <StateTag tone="done">{say('正常', 'In order')}</StateTag>}
        {point.outcome === 'fault' && <StateTag tone="overdue">{say('有问题', 'Fault')}</StateTag>}
        {point.repair && (repaired ? <ConsoleLink to={pathOfNumber(repaired.id, point.repair)}>{point.repair}</ConsoleLink> : point.repair)}
        {point.look && <p className="hq-secondary hq-small">{point.look}</p>}
      </div>
      {open && (
        <TwoAnswers
          usual={{ label: say('正常', 'In order'), says: say(`${point.place} 正常`, `${point.place} in order`), onPress: onOk }}
          other={{ label: say('有问题', 'Fault'), says: say(`${point.place} 有问题`, `${point.place} has a fault`), onPress: onFault }}
        />
      )}
    </>
  )
}
