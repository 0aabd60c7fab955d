// What a matter refers to 引用: the row behind one of its fields, read here by whoever works on the matter.
import type { Matter } from '@houqin/define'
import type { WireRow, WireValues } from '@houqin/wire'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call, queryText } from '../api/call.ts'
import { useCan } from '../api/me.ts'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { Fault } from '../blocks/error-boundary.tsx'
import { FactList } from '../blocks/fact-list.tsx'
import { Sheet } from '../blocks/sheet.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { useFacts } from '../format/field-value.tsx'
import { useHouse, useSubsystemsOf } from '../parts/house.tsx'
import { pathOfRow } from '../parts/paths.ts'
import { validityFields } from '../register/validity.ts'
import { useNames, useSay, useToldOf } from '../words/words.tsx'

/** Where in the matter the reference stands, as the address of the interface says it. */
export interface ReferencePlace {
  readonly field: string
  readonly lines?: string
  readonly line?: string
  readonly of?: 'approval'
}
interface Referred {
  readonly register: string
  readonly title: string
  readonly row: WireRow
  readonly files: readonly ReferredFile[]
}
interface ReferredFile {
  readonly field: string
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
}

export function ReferenceSheet({ matter, number, place: { field, ...query }, onClose }: { matter: Matter; number: string; place: ReferencePlace; onClose: () => void }): ReactNode {
  const say = useSay()
  const told = useToldOf()
  const { data, error, refetch } = useQuery({
    queryKey: ['matter', matter.id, number, 'reference', field, query],
    // Each reading is recorded: one that is shown is not asked for again behind the reader's back.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: ({ signal }) => call<Referred>(`/matters/${matter.id}/${number}/references/${field}${queryText({ ...query })}`, { signal }),
  })
  return (
    <Sheet title={data ? told(data.register, data.row.name) : say('引用的记录', 'What it refers to')} onClose={onClose}>
      {error ? <Fault error={error} onRetry={() => void refetch()} /> : data ? <Row referred={data} fileAddress={(id) => `/api/matters/${matter.id}/${number}/references/${field}/files/${id}${queryText({ ...query })}`} /> : <Waiting lines={5} />}
    </Sheet>
  )
}

function Row({ referred: { register: id, title, row, files }, fileAddress }: { referred: Referred; fileAddress: (id: string) => string }): ReactNode {
  const say = useSay()
  const names = useNames()
  const house = useHouse()
  useSubsystemsOf(id)
  const mayRead = useCan(id)('read')
  const register = house.register(id)
  const fields = register ? { ...register.fields, ...(register.dated && validityFields) } : {}
  const shown = Object.fromEntries(Object.entries(fields).filter(([name]) => name in row))
  const facts = useFacts({ fields: shown, values: row as WireValues, owner: id, filled: true, linked: false }) // the fields of a row stand beside its own members
  return (
    <div className="hq-stack">
      <p className="hq-secondary">{register ? names.of(register) : title}</p>
      <FactList facts={facts} />
      {files.length > 0 && <Files files={files} labelOf={names.labelIn(fields)} address={fileAddress} />}
      {row.masked && row.masked.length > 0 && (
        <p className="hq-small hq-secondary">
          {say('部分内容按权限隐去：', 'Partly hidden by your rights: ')}
          {row.masked.map(names.labelIn(fields)).join(say('、', ', '))}
        </p>
      )}
      {mayRead ? (
        <ConsoleLink to={pathOfRow(id, row.id)}>{say('打开台账中的这一条', 'Open it in its register')}</ConsoleLink>
      ) : (
        <p className="hq-small hq-secondary">{say('因为在办这件事项，可以在这里查看；查看已留痕。', 'You read it here because you work on this matter; the reading is recorded.')}</p>
      )}
    </div>
  )
}

/** Opened one by one, inside the matter: each opening is recorded, so none is fetched only to be shown small. */
function Files({ files, labelOf, address }: { files: readonly ReferredFile[]; labelOf: (field: string) => string; address: (id: string) => string }): ReactNode {
  const say = useSay()
  return (
    <section className="hq-stack" aria-label={say('附件', 'Files')}>
      <h3>{say('附件', 'Files')}</h3>
      <ul className="hq-plain-rows">
        {files.map(({ field, id, name, size }) => (
          <li key={`${field} ${id}`}>
            <a className="hq-reference" href={address(id)} target="_blank" rel="noreferrer">
              {name}
            </a>{' '}
            <span className="hq-small hq-secondary">
              {labelOf(field)} · {sizeText(size)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
const sizeText = (bytes: number): string => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`)
