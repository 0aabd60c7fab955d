// 导出: what for is asked first; the file comes at once, or the way to ask for it when it is above the measure.
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { call, fetchFile } from '../api/call.ts'
import { newIdempotencyKey } from '../api/idempotency-key.ts'
import { useAttempt } from '../api/use-attempt.ts'
import { ProblemNotice } from '../blocks/problem-notice.tsx'
import { Sheet } from '../blocks/sheet.tsx'
import { useToast } from '../blocks/toast.tsx'
import { useGo } from '../blocks/console-link.tsx'
import { pathOfNumber } from '../parts/paths.ts'
import { WordsArea } from '../fields/words-area.tsx'
import { useSay } from '../words/words.tsx'

export interface Exporting {
  /** Below `/api`. */
  readonly path: string
  /** Its fields hold numbers that are masked; whoever may reveal them may take them whole. */
  readonly personal: boolean
  readonly mayReveal: boolean
}

export function ExportSheet({ exporting: { path, personal, mayReveal }, title, query, onClose }: {
  exporting: Exporting
  title: string
  query: Readonly<Record<string, string>>
  onClose: () => void
}): ReactNode {
  const say = useSay()
  const toast = useToast()
  const go = useGo()
  const [reason, setReason] = useState('')
  const [whole, setWhole] = useState(false)
  const { problem, busy, run, clear } = useAttempt()
  const [idempotencyKey, setIdempotencyKey] = useState(newIdempotencyKey)
  const missing = personal && reason.trim().length < 2
  // what was offered for approval carried the words before
  const changed = (change: () => void): void => {
    change()
    clear()
    setIdempotencyKey(newIdempotencyKey())
  }
  const take = (): void => run(async () => {
    await fetchFile(`${path}?${new URLSearchParams({ ...query, ...(reason.trim() && { reason: reason.trim() }), ...(whole && { whole: 'true' }) }).toString()}`, `${title}.xlsx`)
    toast({ says: say('已导出', 'Exported') })
    onClose()
  })
  const approval = problem?.approval
  const ask = (): void => run(async () => {
    if (!approval) return
    const { number } = await call<{ number: string }>(`/matters/${approval.matter}`, { method: 'POST', idempotencyKey, body: { input: approval.input } })
    onClose()
    go(pathOfNumber(approval.matter, number))
  })
  return (
    <Sheet title={say(`导出${title}`, `Export: ${title}`)} onClose={onClose}>
      <form
        className="hq-stack"
        onSubmit={(event) => {
          event.preventDefault()
          take()
        }}
      >
        <label className="hq-stack">
          <span>{personal ? say('用途', 'What for') : say('用途（可不填）', 'What for (may be left empty)')}</span>
          <WordsArea rows={2} maxLength={300} value={reason} aria-label={say('用途', 'What for')} onChange={({ target }) => changed(() => setReason(target.value))} />
        </label>
        {personal && mayReveal && (
          <Checkbox checked={whole} onChange={({ target }) => changed(() => setWhole(target.checked))}>
            {say('含完整手机号和身份号码', 'With whole mobile and identity numbers')}
          </Checkbox>
        )}
        <p className="hq-small hq-secondary">{say('谁、何时、为何导出记入审计，并印在文件上。', 'Who, when and what for is recorded in the audit and printed in the file.')}</p>
        <ProblemNotice problem={problem} />
        <div className="hq-row">
          {approval ? (
            <Button type="primary" size="large" loading={busy} onClick={ask}>
              {say('申请导出', 'Ask for it')}
            </Button>
          ) : (
            <Button type="primary" size="large" htmlType="submit" loading={busy} disabled={missing}>
              {say('导出', 'Export')}
            </Button>
          )}
        </div>
      </form>
    </Sheet>
  )
}
