// A row being edited in its place, or entered anew: only what was changed is sent, under the version that was read.
import type { Fields, Register } from '@houqin/define'
import type { WireRow, WireValues } from '@houqin/wire'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../api/call.ts'
import { useCan } from '../api/me.ts'
import { rowQuery } from '../api/queries.ts'
import { ProblemError } from '../api/problem.ts'
import { useGo } from '../blocks/console-link.tsx'
import { Empty } from '../blocks/empty.tsx'
import { PageHead } from '../blocks/page-head.tsx'
import { useToast } from '../blocks/toast.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { RecordForm } from '../fields/record-form.tsx'
import type { Inputs } from '../fields/record-form.tsx'
import { useKnown } from '../fields/use-known.ts'
import { pathOfRegister, pathOfRow } from '../parts/paths.ts'
import { useNames, useSay } from '../words/words.tsx'
import { validityFields } from './validity.ts'

export function RecordEdit({ register, row, fields, inputs, onDone }: {
  register: Register
  row: WireRow
  fields: Fields
  inputs?: Inputs
  onDone: () => void
}): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const toast = useToast()
  // What one sees in part cannot be sent back whole.
  const editable: Fields = Object.fromEntries(Object.entries(fields).filter(([name]) => !row.masked?.includes(name)))
  return (
    <RecordForm
      owner={register.id}
      fields={editable}
      start={row as WireValues /* the fields of a row stand beside its own members */}
      draftKey={`row.${register.id}.${row.id}.${row.version}`}
      submit={say('保存', 'Save')}
      hintsOf={{ register, row: { ...row } }}
      {...(inputs && { inputs })}
      onCancel={onDone}
      onSend={async ({ values, changed }) => {
        if (changed.length === 0) return onDone()
        const changes = Object.fromEntries(changed.map((name) => [name, values[name]]))
        const saved = await call<WireRow>(`/registers/${register.id}/${row.id}`, { method: 'PATCH', version: row.version, body: changes }).catch(async (thrown: unknown) => {
          if (thrown instanceof ProblemError && thrown.type === 'stale-version') void client.invalidateQueries({ queryKey: ['row', register.id, row.id] })
          throw thrown
        })
        client.setQueryData(rowQuery(register.id, row.id).queryKey, saved)
        void client.invalidateQueries({ queryKey: ['row', register.id, row.id] })
        void client.invalidateQueries({ queryKey: ['rows', register.id] })
        toast({ says: say('已保存', 'Saved') })
        onDone()
      }}
    />
  )
}

/** The page on which a row is entered. */
export function RegisterEntry({ register, inputs }: { register: Register; inputs?: Inputs }): ReactNode {
  const say = useSay()
  const names = useNames()
  const go = useGo()
  const can = useCan(register.id)
  const client = useQueryClient()
  const title = names.of(register)
  const fields: Fields = { ...register.fields, ...(register.dated && validityFields) }
  const known = useKnown(fields, register.id)
  const back = { to: pathOfRegister(register.id), title }
  if (!can('write'))
    return (
      <>
        <PageHead title={title} back={back} />
        <Empty title={say('您不能登记这类记录', 'You may not enter these')}>{say('需要时请找安全管理员授予角色。', 'Ask the security administrator for the role if you need it.')}</Empty>
      </>
    )
  if (!known) return <Waiting />
  return (
    <div className="hq-narrow">
      <PageHead title={say(`新增${title}`, `New: ${title}`)} back={back} />
      <div className="hq-panel">
        <RecordForm
          owner={register.id}
          fields={fields}
          start={known}
          lineSets={register.lines}
          draftKey={`row.${register.id}.new`}
          submit={say('保存', 'Save')}
          hintsOf={{ register }}
          {...(inputs && { inputs })}
          onCancel={() => history.back()}
          onSend={async ({ values, lines, idempotencyKey }) => {
            const body = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
            const row = await call<WireRow>(`/registers/${register.id}`, {
              method: 'POST',
              idempotencyKey,
              body: { ...body, ...(Object.keys(lines).length > 0 && { lines }) },
            })
            void client.invalidateQueries({ queryKey: ['rows', register.id] })
            go(pathOfRow(register.id, row.id), { replace: true })
          }}
        />
      </div>
    </div>
  )
}
