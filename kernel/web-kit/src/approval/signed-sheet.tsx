// What was signed 签署内容: the signature, its day, its fingerprint, and what the signer had before him.
import type { Matter } from '@houqin/define'
import type { KeptFinding, WireValues } from '@houqin/wire'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../api/call.ts'
import { fileAddress } from '../api/files.ts'
import { Fault } from '../blocks/error-boundary.tsx'
import { FactList } from '../blocks/fact-list.tsx'
import { Findings } from '../blocks/findings.tsx'
import { Sheet } from '../blocks/sheet.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { WhenText } from '../blocks/when-text.tsx'
import { useFacts } from '../format/field-value.tsx'
import { LinesTable } from '../register/lines-table.tsx'
import { useSay } from '../words/words.tsx'

interface Signed {
  readonly name: string
  readonly at: string
  readonly manner: 'stored' | 'drawn'
  readonly file: string
  readonly digest: string
  readonly intact: boolean
  readonly content: {
    readonly step: string
    readonly form: WireValues
    readonly facts: WireValues
    readonly input: WireValues
    readonly lines: Readonly<Record<string, readonly WireValues[]>>
    readonly findings: readonly KeptFinding[]
  }
}

export function SignedSheet({ matter, number, task, onClose }: { matter: Matter; number: string; task: string; onClose: () => void }): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery({
    queryKey: ['matter', matter.id, number, 'signed', task],
    queryFn: ({ signal }) => call<Signed>(`/matters/${matter.id}/${number}/tasks/${task}/signature`, { signal }),
  })
  return (
    <Sheet wide title={say('签署内容', 'What was signed')} onClose={onClose}>
      {error ? <Fault error={error} onRetry={() => void refetch()} /> : data ? <Content matter={matter} signed={data} /> : <Waiting lines={5} />}
    </Sheet>
  )
}

function Content({ matter, signed: { name, at, manner, file, digest, intact, content } }: { matter: Matter; signed: Signed }): ReactNode {
  const say = useSay()
  const given = { owner: matter.id, filled: true, linked: false }
  const form = useFacts({ ...given, fields: matter.form, values: content.form })
  const input = useFacts({ ...given, fields: matter.steps[content.step]?.input ?? {}, values: content.input })
  return (
    <div className="hq-stack">
      <img className="hq-signature-whole" src={fileAddress(file)} alt={say(`${name}的签名`, `Signature of ${name}`)} />
      <p>
        {name} · <WhenText at={at} /> · {manner === 'drawn' ? say('当场手写', 'Drawn on the spot') : say('使用留存签名', 'By the signature kept')}
      </p>
      <p className={intact ? 'hq-small' : 'hq-danger'}>
        {intact ? say('以下内容与签署时一致', 'What follows is what was signed') : say('以下内容与签署时不一致，请联系安全审计员', 'What follows is not what was signed; tell the audit administrator')}
        <span className="hq-small hq-secondary hq-figures" style={{ display: 'block', overflowWrap: 'anywhere' }}>
          SHA-256 {digest}
        </span>
      </p>
      <FactList facts={[...form, ...input]} />
      {Object.entries(matter.lines).map(([set, declared]) => {
        const lines = content.lines[set]
        return lines && <LinesTable key={set} declared={declared} lines={lines} owner={matter.id} />
      })}
      {content.findings.length > 0 && <Findings findings={content.findings} />}
    </div>
  )
}
