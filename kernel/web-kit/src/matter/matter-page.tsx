// The page of one matter: where it stands, whose it is, by when, what is asked, what was found, what happened.
import type { Matter } from '@houqin/define'
import type { WireMatter } from '@houqin/wire'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { matterQuery } from '../api/queries.ts'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { DueText } from '../blocks/due-text.tsx'
import { Fault } from '../blocks/error-boundary.tsx'
import { FactList } from '../blocks/fact-list.tsx'
import { Findings } from '../blocks/findings.tsx'
import { late } from '../blocks/late.tsx'
import { PageHead } from '../blocks/page-head.tsx'
import { Stars } from '../blocks/stars.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { WhenText } from '../blocks/when-text.tsx'
import { useFacts } from '../format/field-value.tsx'
import { matterSlot } from '../parts/console-slots.ts'
import { pathOfMatter, pathOfNumber } from '../parts/paths.ts'
import { PrintOut } from '../parts/print-out.tsx'
import { Slot } from '../parts/slot.tsx'
import { LinesTable } from '../register/lines-table.tsx'
import { useNames, useSay, useToldOf, useWordsOf } from '../words/words.tsx'
import { CommentBox } from './comment-box.tsx'
import { MatterRail } from './matter-rail.tsx'
import { isOver, MatterState, useStateText } from './matter-state.tsx'
import { MatterTimeline } from './matter-timeline.tsx'
import { doerOf, whoHas } from './people.ts'
import type { ReferencePlace } from './reference-sheet.tsx'
import { StepButtons } from './step-buttons.tsx'
import type { StepSheets } from './step-buttons.tsx'
import './matter.css'

const MatterPaper = lazy(async () => ({ default: (await import('./matter-paper.tsx')).MatterPaper }))
const approvalPanel = async () => (await import('../approval/approval-panel.tsx')).ApprovalPanel
const ApprovalPanel = late(approvalPanel)
const ReferenceSheet = late(async () => (await import('./reference-sheet.tsx')).ReferenceSheet)

/** @param lead what whoever decides or waits reads first, above whose it is. */
export function MatterPage({ matter, number, sheets, lead }: { matter: Matter; number: string; sheets?: StepSheets; lead?: (shown: WireMatter) => ReactNode }): ReactNode {
  const names = useNames()
  const { data: shown, error, refetch } = useQuery(matterQuery(matter.id, number))
  // fetched beside the matter where it may be approved, so that both stand at once
  useEffect(() => {
    if (Object.values(matter.steps).some(({ approve }) => approve)) approvalPanel().catch(() => undefined)
  }, [matter])
  if (error && !shown) return <Fault title={names.of(matter)} error={error} onRetry={() => void refetch()} />
  if (!shown) return <Waiting lines={10} />
  return <Shown matter={matter} shown={shown} lead={lead?.(shown)} {...(sheets && { sheets })} />
}

function Shown({ matter, shown, sheets, lead }: { matter: Matter; shown: WireMatter; sheets?: StepSheets; lead: ReactNode }): ReactNode {
  const say = useSay()
  const names = useNames()
  const told = useToldOf()
  const stateText = useStateText()
  useWordsOf(...shown.links.map((link) => link.matter))
  const [printing, setPrinting] = useState(false)
  const printed = useCallback(() => setPrinting(false), [])
  const [opened, setOpened] = useState<ReferencePlace | null>(null)
  const open = (field: string): void => setOpened({ field })
  const form = useFacts({ fields: matter.form, values: shown.form, owner: matter.id, filled: true, onOpen: open })
  const facts = useFacts({ fields: matter.facts, values: shown.facts, owner: matter.id, filled: true, onOpen: open })
  const over = isOver(shown)
  return (
    <article className="hq-matter">
      <PageHead
        title={names.told(shown.subject, matter)}
        back={{ to: pathOfMatter(matter.id), title: names.of(matter) }}
        beside={
          <>
            <MatterState of={shown} />
            <span className="hq-secondary hq-figures">{shown.number}</span>
          </>
        }
        actions={
          <Button type="text" onClick={() => setPrinting(true)}>
            {say('打印', 'Print')}
          </Button>
        }
      />
      <MatterRail matter={matter} shown={shown} />
      <div className="hq-record">
        <div className="hq-stack">
          {lead}
          <section className="hq-panel hq-whose" aria-label={say('谁在办', 'Whose it is')}>
            <dl>
              <div>
                <dt>{over ? say('已结束', 'Closed') : say('在谁手里', 'With')}</dt>
                <dd>{over ? shown.closedAt && <WhenText at={shown.closedAt} /> : names.phrase(whoHas(shown, say))}</dd>
              </div>
              <div>
                <dt>{say('时限', 'Due')}</dt>
                <dd>{shown.dueAt ? <DueText dueAt={shown.dueAt} done={over} /> : say('无', 'None')}</dd>
              </div>
              <div>
                <dt>{say('提出', 'Asked')}</dt>
                <dd>
                  {doerOf(shown.requester, say) ?? say('未登录扫码', 'By code')} · <WhenText at={shown.openedAt} />
                </dd>
              </div>
              {shown.site && (
                <div>
                  <dt>{say('场所', 'Site')}</dt>
                  <dd>{shown.site.name}</dd>
                </div>
              )}
              {shown.organ && (
                <div>
                  <dt>{say('单位', 'Organ')}</dt>
                  <dd>{shown.organ.name}</dd>
                </div>
              )}
              {shown.rating && (
                <div>
                  <dt>{say('评价', 'Rating')}</dt>
                  <dd>
                    <Stars stars={shown.rating.stars} /> {shown.rating.words}
                  </dd>
                </div>
              )}
            </dl>
            {shown.steps.length > 0 && (
              <div className="hq-steps">
                <StepButtons matter={matter} shown={shown} {...(sheets && { sheets })} />
              </div>
            )}
          </section>
          {shown.route && <ApprovalPanel matter={matter} shown={shown} route={shown.route} onOpen={(field) => setOpened({ field, of: 'approval' })} />}
          {shown.findings.length > 0 && (
            <section className="hq-panel">
              <h2>{say('依据', 'What the standards say')}</h2>
              <Findings findings={shown.findings} />
            </section>
          )}
          <section className="hq-panel">
            <h2>{say('申请内容', 'What is asked')}</h2>
            <FactList facts={form} />
          </section>
          {facts.length > 0 && (
            <section className="hq-panel">
              <h2>{say('办理结果', 'What was done')}</h2>
              <FactList facts={facts} />
            </section>
          )}
          {Object.entries(matter.lines).map(([set, declared]) => {
            const lines = shown.lines[set]
            return lines && <LinesTable key={set} declared={declared} lines={lines} owner={matter.id} onOpen={(line, field) => setOpened({ field, lines: set, line })} />
          })}
          <Slot slot={matterSlot(matter)} given={{ matter: shown }} />
          {shown.links.length > 0 && (
            <section className="hq-panel">
              <h2>{say('相关事项', 'Linked')}</h2>
              <ul className="hq-plain-rows">
                {shown.links.map((link) => (
                  <li key={`${link.kind}${link.number}`}>
                    <ConsoleLink to={pathOfNumber(link.matter, link.number)}>
                      {link.number} {told(link.matter, link.subject)}
                    </ConsoleLink>{' '}
                    <span className="hq-secondary">{stateText(link)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <aside className="hq-panel" aria-label={say('办理过程', 'Timeline')}>
          <h2>{say('办理过程', 'What happened')}</h2>
          <MatterTimeline matter={matter} shown={shown} />
          <CommentBox matter={matter} number={shown.number} />
        </aside>
      </div>
      {opened && <ReferenceSheet matter={matter} number={shown.number} place={opened} onClose={() => setOpened(null)} />}
      {printing && (
        <Suspense fallback={null}>
          <PrintOut onDone={printed}>
            <MatterPaper matter={matter} shown={shown} />
          </PrintOut>
        </Suspense>
      )}
    </article>
  )
}
