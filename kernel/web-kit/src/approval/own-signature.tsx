// The signature I keep 我的签名, and the query behind it.
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { call } from '../api/call.ts'
import { fileAddress } from '../api/files.ts'
import { useAttempt } from '../api/use-attempt.ts'
import { ProblemNotice } from '../blocks/problem-notice.tsx'
import { Sheet } from '../blocks/sheet.tsx'
import { WhenText } from '../blocks/when-text.tsx'
import { FormFoot } from '../fields/form-foot.tsx'
import { useSay } from '../words/words.tsx'
import { sendSignature, SignaturePad } from './signature-pad.tsx'
import type { Drawn } from './signature-pad.tsx'

interface Kept {
  readonly signature: { readonly file: string; readonly drawnAt: string } | null
}
export const ownSignatureQuery = queryOptions({ queryKey: ['me', 'signature'], staleTime: 60_000, queryFn: () => call<Kept>('/me/signature') })

/** For the page of what is mine. */
export function OwnSignature(): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const { data } = useQuery(ownSignatureQuery)
  const kept = data?.signature ?? null
  return (
    <section className="hq-panel hq-stack" aria-label={say('我的签名', 'My signature')}>
      <h2>{say('我的签名', 'My signature')}</h2>
      {kept ? (
        <>
          <img className="hq-signature-whole" src={fileAddress(kept.file)} alt={say('我留存的签名', 'The signature I keep')} />
          <p className="hq-small hq-secondary">
            {say('留存于', 'Kept since')} <WhenText at={kept.drawnAt} />
          </p>
        </>
      ) : (
        <p className="hq-secondary">{say('还没有留存签名。审批环节要求签名时可以直接使用；图片只有自己能打开。', 'You keep none yet. Stages that ask for a signature can use it; only you open the picture.')}</p>
      )}
      <div className="hq-row">
        <Button type={kept ? 'default' : 'primary'} onClick={() => setOpen(true)}>
          {kept ? say('重新签', 'Write it anew') : say('写一个签名', 'Write it')}
        </Button>
        {kept && (
          <Button
            danger
            onClick={() => {
              void call('/me/signature', { method: 'DELETE' }).finally(() => void client.invalidateQueries({ queryKey: ownSignatureQuery.queryKey }))
            }}
          >
            {say('删除', 'Remove')}
          </Button>
        )}
      </div>
      {open && <KeepSheet onClose={() => setOpen(false)} />}
    </section>
  )
}

function KeepSheet({ onClose }: { onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const { problem, busy, run } = useAttempt()
  const keep = async (): Promise<void> => {
    const picture = await drawn?.()
    if (!picture) return
    client.setQueryData(ownSignatureQuery.queryKey, await call<Kept>('/me/signature', { method: 'POST', body: { file: await sendSignature(picture) } }))
    onClose()
  }
  return (
    <Sheet title={say('我的签名', 'My signature')} onClose={onClose}>
      <SignaturePad onDrawn={(next) => setDrawn(() => next)} />
      <ProblemNotice problem={problem} />
      <FormFoot submit={say('留存', 'Keep it')} disabled={drawn === null} sending={busy} onSubmit={() => run(keep)} onCancel={onClose} />
    </Sheet>
  )
}
