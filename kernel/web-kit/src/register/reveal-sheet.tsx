// 查看完整信息: why somebody asks for what is masked. One tap on a usual reason is enough; it is recorded with the reading.
import type { Register } from '@houqin/define'
import type { WireRow, WireValues } from '@houqin/wire'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { call } from '../api/call.ts'
import { ProblemError } from '../api/problem.ts'
import { ProblemNotice } from '../blocks/problem-notice.tsx'
import { Sheet } from '../blocks/sheet.tsx'
import { useSay } from '../words/words.tsx'

/** The guarded values of one row, as of one version. */
export interface Revealed {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly values: WireValues
}

export function RevealSheet({ register, row, masked, onRevealed, onClose }: {
  register: Register
  row: WireRow
  /** The labels of what is masked. */
  masked: string
  onRevealed: (seen: Revealed) => void
  onClose: () => void
}): ReactNode {
  const say = useSay()
  const [other, setOther] = useState('')
  const [error, setError] = useState<ProblemError | null>(null)
  const [asking, setAsking] = useState(false)
  const usual = [say('联系本人', 'To reach the person'), say('核对身份', 'To check the identity'), say('办理业务', 'To handle a case'), say('更正登记', 'To correct the entry')]
  const ask = (why: string): void => {
    setAsking(true)
    setError(null)
    call<Revealed>(`/registers/${register.id}/${row.id}/reveal`, { method: 'POST', body: { why } })
      .then(onRevealed, (thrown: unknown) => {
        if (!(thrown instanceof ProblemError)) throw thrown
        setError(thrown)
      })
      .finally(() => setAsking(false))
  }
  return (
    <Sheet title={say('为什么查看？', 'Why do you ask?')} onClose={onClose}>
      <div className="hq-stack">
        <p>{say(`将显示：${masked}。谁、何时、为何查看都记入审计。`, `Shows: ${masked}. Who asked, when and why is recorded in the audit.`)}</p>
        <div className="hq-chips">
          {usual.map((why) => (
            <Button key={why} size="large" disabled={asking} onClick={() => ask(why)}>
              {why}
            </Button>
          ))}
        </div>
        <form
          className="hq-stack"
          onSubmit={(event) => {
            event.preventDefault()
            ask(other.trim())
          }}
        >
          <input className="hq-native" aria-label={say('其他原因', 'Another reason')} placeholder={say('其他原因', 'Another reason')} maxLength={200} value={other} onChange={({ target }) => setOther(target.value)} />
          <Button size="large" type="primary" htmlType="submit" loading={asking} disabled={other.trim().length < 2}>
            {say('查看', 'Show')}
          </Button>
        </form>
        <ProblemNotice problem={error} />
      </div>
    </Sheet>
  )
}
