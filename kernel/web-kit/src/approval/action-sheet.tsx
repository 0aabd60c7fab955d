// The dialog of one deed in an approval: to whom, back to where, and what to say; sent under the version seen.
import { choice, longText, ref } from '@houqin/define'
import type { Fields, Matter } from '@houqin/define'
import type { SignatureRule, WireMatter, WireRoute } from '@houqin/wire'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { call } from '../api/call.ts'
import { fileAddress } from '../api/files.ts'
import { ProblemError } from '../api/problem.ts'
import { matterQuery } from '../api/queries.ts'
import { Sheet } from '../blocks/sheet.tsx'
import { useToast } from '../blocks/toast.tsx'
import { RecordForm } from '../fields/record-form.tsx'
import { useHouse } from '../parts/house.tsx'
import { useNames, useSay } from '../words/words.tsx'
import { actionText } from './approval-words.ts'
import { ownSignatureQuery } from './own-signature.tsx'
import { sendSignature, SignaturePad } from './signature-pad.tsx'
import type { Drawn } from './signature-pad.tsx'

export interface Acting {
  readonly action: string
  /** The task, or the route for what is done to the whole. */
  readonly target: { readonly id: string; readonly version: number }
  /** What who agrees must sign with; nothing unless said. */
  readonly signs?: SignatureRule
}
const toSomebody = ['transfer', 'delegate', 'sign-before', 'sign-after', 'copy']
const needsWords = ['refuse', 'return']

export function ActionSheet({ matter, shown, route, acting: { action, target, signs = 'none' }, onClose }: {
  matter: Matter
  shown: WireMatter
  route: WireRoute
  acting: Acting
  onClose: () => void
}): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const names = useNames()
  const toast = useToast()
  const { keeperOf } = useHouse()
  const label = actionText(action, say)
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const { data: kept } = useQuery({ ...ownSignatureQuery, enabled: signs === 'stored' })
  const own = signs === 'stored' ? (kept?.signature ?? null) : null
  const fields = useMemo((): Fields => {
    const person = keeperOf('person')
    const words = { refuse: say('不同意的理由', 'Why you refuse'), return: say('需要重办什么', 'What must be done again') }[action] ?? say('说明', 'What to say')
    return {
      ...(toSomebody.includes(action) && person && { to: ref(say('给谁', 'To whom'), person) }),
      ...(action === 'return' && { state: choice(say('驳回到', 'Back to'), Object.fromEntries(route.visited.map(({ state, title }) => [state, title]))) }),
      comment: needsWords.includes(action) ? longText(words) : longText(words, { optional: true }),
    }
  }, [keeperOf, say, action, route])
  return (
    <Sheet title={label} onClose={onClose}>
      <p className="hq-secondary hq-below">
        {shown.number} {names.told(shown.subject, matter)}
      </p>
      <RecordForm
        owner={matter.id}
        fields={fields}
        draftKey={`approval.${target.id}.${action}`}
        submit={label}
        destructive={action === 'refuse'}
        onCancel={onClose}
        onSend={async ({ values, idempotencyKey }) => {
          const key = matterQuery(matter.id, shown.number).queryKey
          try {
            const signed = signs === 'none' ? {} : { signature: await signature({ drawn, own: own !== null, say }), ...(route.digest !== null && { digest: route.digest }) }
            const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
            const after = await call<WireMatter>(`/matters/${matter.id}/${shown.number}/tasks/${target.id}`, { method: 'POST', idempotencyKey, body: { ...given, ...signed, action, version: target.version } })
            client.setQueryData(key, after)
            const state = matter.states[after.state]
            toast({ says: `${label} · ${names.of(state ?? { title: after.stateTitle })}` })
            onClose()
          } catch (thrown) {
            // Somebody was faster: what he said is shown behind the sentence that says so.
            if (thrown instanceof ProblemError && thrown.type === 'stale-version') void client.invalidateQueries({ queryKey: key })
            throw thrown
          } finally {
            for (const stale of [['inbox'], ['matters', matter.id]]) void client.invalidateQueries({ queryKey: stale })
          }
        }}
      >
        {signs !== 'none' && (own ? <img className="hq-signature-whole" src={fileAddress(own.file)} alt={say('我留存的签名', 'The signature I keep')} /> : <SignaturePad onDrawn={(next) => setDrawn(() => next)} />)}
        {own && <p className="hq-small hq-secondary">{say('同意时使用您留存的签名。', 'The signature you keep stands under it.')}</p>}
      </RecordForm>
    </Sheet>
  )
}

/** The one kept, or what was just drawn. @throws ProblemError in words where nothing was. */
async function signature({ drawn, own, say }: { drawn: Drawn | null; own: boolean; say: (zh: string, en: string) => string }): Promise<{ file?: string }> {
  if (own) return {}
  const picture = await drawn?.()
  if (picture) return { file: await sendSignature(picture) }
  throw new ProblemError({ type: 'bad-input', title: say('还没有签名', 'Not signed'), detail: say('这一环节要签名，请在框内手写后再同意。', 'This stage asks for a signature; write it in the box first.'), status: 422 })
}
