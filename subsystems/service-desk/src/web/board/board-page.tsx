// 公示栏: what was asked of the bureau and what came of it, without names, for everybody.
import { call, Empty, Fault, figure, PageHead, StateTag, useNames, useSay, Waiting, dayText, dayOf } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { complaint, praise, suggestion } from '../../contract/index.ts'
import '../quick.css'
import './board.css'
import type { PublicBoard, Voice } from '../../contract/answers.ts'

const kinds = Object.freeze({ complaint, suggestion, praise } as const)

export function Screen(): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery({ queryKey: ['service-desk', 'board'], queryFn: ({ signal }) => call<PublicBoard>('/service-desk/board', { signal }) })
  return (
    <div className="sd-public">
      <PageHead title={say('公示栏', 'Public board')} beside={data && <span className="hq-secondary hq-figures">{data.from} – {data.to}</span>} />
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={10} />}
      {data && (
        <>
          <Voices voices={data.voices} />
          <Repairs repairs={data.repairs} />
        </>
      )}
    </div>
  )
}

function Voices({ voices }: { voices: readonly Voice[] }): ReactNode {
  const say = useSay()
  const names = useNames()
  const [kind, setKind] = useState<Voice['kind'] | 'all'>('all')
  const shown = voices.filter((voice) => kind === 'all' || voice.kind === kind)
  return (
    <section aria-label={say('你说我办', 'You said, we did')}>
      <h2 className="sd-public-title">{say('你说我办', 'You said, we did')}</h2>
      <fieldset className="hq-set sd-quick-words" aria-label={say('种类', 'Kind')}>
        {(['all', 'complaint', 'suggestion', 'praise'] as const).map((key) => (
          <button key={key} type="button" aria-pressed={kind === key} onClick={() => setKind(key)}>
            {key === 'all' ? say('全部', 'All') : names.of(kinds[key])} {key === 'all' ? voices.length : voices.filter((voice) => voice.kind === key).length}
          </button>
        ))}
      </fieldset>
      {shown.length === 0 ? (
        <Empty title={say('还没有公示的内容', 'Nothing is shown yet')}>{say('投诉、建议、表扬办结并同意公开后，摘要和答复会出现在这里。', 'Once answered and cleared for showing, complaints, suggestions and praise appear here with their answers.')}</Empty>
      ) : (
        <ul className="sd-voices">
          {shown.map((voice, place) => (
            <li key={place} className="hq-panel">
              <p className="hq-row">
                <StateTag tone={voice.kind === 'praise' ? 'done' : 'running'}>{names.of(kinds[voice.kind])}</StateTag>
                {voice.verdict !== null && <StateTag tone="waiting">{names.option(suggestion.facts.verdict, voice.verdict)}</StateTag>}
                {voice.closedAt !== null && <span className="hq-secondary hq-small hq-figures">{dayText(dayOf(voice.closedAt), say)}</span>}
              </p>
              <p>
                <strong>{voice.digest}</strong>
              </p>
              <p className="hq-said">{voice.answer}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Repairs({ repairs }: { repairs: PublicBoard['repairs'] }): ReactNode {
  const say = useSay()
  if (repairs.length === 0) return null
  const most = Math.max(...repairs.map(({ closed }) => closed))
  return (
    <section aria-label={say('近三十天维修', 'Repairs of thirty days')}>
      <h2 className="sd-public-title">{say('近三十天维修', 'Repairs of thirty days')}</h2>
      <ul className="sd-public-repairs">
        {repairs.map(({ site, closed, finished, inTime, stars }) => (
          <li key={site}>
            <span className="sd-public-site">{site}</span>
            <span className="sd-public-bar">
              <span style={{ width: `${(100 * closed) / most}%` }} />
            </span>
            <span className="hq-figures">{say(`办结 ${figure(closed)}`, `${figure(closed)} closed`)}</span>
            <span className="hq-figures hq-secondary">{finished > 0 && say(`按时 ${Math.round((100 * inTime) / finished)}%`, `${Math.round((100 * inTime) / finished)}% in time`)}</span>
            <span className="hq-figures hq-secondary">{stars !== null && `★ ${stars}`}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
