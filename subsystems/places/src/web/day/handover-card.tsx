// 交接班: the note written from the day's events, mended by the steward and signed to whoever comes next; below it the last ones.
import { call, dayOf, dropDraft, FieldBox, keepDraft, keptDraft, newIdempotencyKey, PersonPicker, ProblemError, ProblemNotice, serverNow, useCan, useMe, useSay, useToast, WhenText, WordsArea } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import { person } from '@houqin/people'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { handover } from '../../contract/index.ts'
import type { ShownDay } from './day-query.ts'

export function HandoverCard({ day, isToday }: { day: ShownDay; isToday: boolean }): ReactNode {
  const say = useSay()
  const canWrite = useCan(handover.id)('write')
  const written = day.handovers.filter(({ at }) => dayOf(at) === day.day)
  const before = day.handovers.filter(({ at }) => dayOf(at) < day.day)
  return (
    <section className="hq-panel pl-card" aria-label={say('交接班', 'Hand-over')}>
      <h2>{say('交接班', 'Hand-over')}</h2>
      {canWrite && isToday ? <Note day={day} /> : written.length === 0 && <p className="pl-note">{day.draft}</p>}
      {[...written, ...before].slice(0, 3).map((one) => (
        <div key={one.at} className="pl-handed">
          <p className="hq-secondary hq-small">
            {one.by} <WhenText at={one.at} />
          </p>
          <p className="pl-note">{one.note}</p>
          {one.pending && (
            <p>
              <strong>{say('遗留', 'Left to do')}</strong> {one.pending}
            </p>
          )}
        </div>
      ))}
    </section>
  )
}

function Note({ day }: { day: ShownDay }): ReactNode {
  const say = useSay()
  const me = useMe()
  const toast = useToast()
  const client = useQueryClient()
  const id = useId()
  const draftKey = `places.handover.${day.site.id}.${day.day}`
  const [typed, setTyped] = useState(() => noteOf(keptDraft(draftKey)))
  const [pending, setPending] = useState('')
  const [next, setNext] = useState<Ref | null>(null)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [sending, setSending] = useState(false)
  const key = useRef('')
  const note = typed ?? day.draft
  async function hand(): Promise<void> {
    if (!me.person) return
    setSending(true)
    setProblem(null)
    key.current ||= newIdempotencyKey()
    try {
      await call(`/registers/${handover.id}`, {
        method: 'POST',
        idempotencyKey: key.current,
        body: { site: day.site.id, by: me.person.id, at: serverNow().toISOString(), note, ...(next && { to: next.id }), ...(pending.trim() && { pending: pending.trim() }) },
      })
      key.current = ''
      dropDraft(draftKey)
      setTyped(undefined)
      setPending('')
      toast({ says: say('交接记录已存', 'Hand-over kept') })
      await client.invalidateQueries({ queryKey: ['alarms', 'steward-day'] })
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
    } finally {
      setSending(false)
    }
  }
  return (
    <form
      className="hq-stack"
      onSubmit={(event) => {
        event.preventDefault()
        void hand()
      }}
    >
      <div>
        <FieldBox name="note" id={`${id}-note`} label={say('交接内容（按今天的情况写好，可改）', 'The note (written from today, change what you like)')} optionalWord="">
          {(input) => (
            <WordsArea
              {...input}
              value={note}
              maxLength={handover.fields.note.max}
              autoSize={{ minRows: 4, maxRows: 14 }}
              onChange={({ target }) => {
                key.current = ''
                setTyped(target.value)
                keepDraft(draftKey, target.value)
              }}
            />
          )}
        </FieldBox>
        {typed !== undefined && typed !== day.draft && (
          <button
            type="button"
            className="hq-plain pl-rewrite"
            onClick={() => {
              setTyped(undefined)
              dropDraft(draftKey)
            }}
          >
            {say('按现在的情况重写', 'Write it anew from what stands now')}
          </button>
        )}
      </div>
      <FieldBox name="pending" id={`${id}-pending`} label={say('遗留事项', 'Left to do')} optional optionalWord={say('选填', 'optional')}>
        {(input) => <input className="hq-native" {...input} value={pending} maxLength={handover.fields.pending.max} placeholder={say('留给下一班做的', 'For the next watch')} onChange={({ target }) => setPending(target.value)} />}
      </FieldBox>
      <FieldBox name="to" id={`${id}-next`} label={say('接班人', 'Taken over by')} optional optionalWord={say('选填', 'optional')}>
        {(input) => <PersonPicker register={person.id} chosen={next} onChange={setNext} input={input} />}
      </FieldBox>
      <ProblemNotice problem={problem} others={problem?.issues.map(({ says }) => says) ?? []} />
      <div>
        <Button type="primary" htmlType="submit" loading={sending} disabled={!me.person || note.trim() === ''}>
          {say('交班', 'Hand over')}
        </Button>
      </div>
    </form>
  )
}

function noteOf(kept: unknown): string | undefined {
  return typeof kept === 'string' ? kept : undefined
}
