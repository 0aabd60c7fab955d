// Lines from a sheet 从表格导入明细: what each row would be, or why not, before any of it stands in the form; then all of them out again with one tap.
import type { Lines } from '@houqin/define'
import type { WireValues } from '@houqin/wire'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { call, queryText } from '../api/call.ts'
import { ProblemError } from '../api/problem.ts'
import { ProblemNotice } from '../blocks/problem-notice.tsx'
import { Sheet } from '../blocks/sheet.tsx'
import { StateTag } from '../blocks/state-tag.tsx'
import { FieldValue } from '../format/field-value.tsx'
import { figure } from '../format/quantity.ts'
import { useNames, useSay } from '../words/words.tsx'
import { entriesOf } from './entries.ts'
import type { Entries } from './entries.ts'

interface SheetLines {
  readonly sheet: string
  readonly lines: readonly { readonly row: number; readonly values: WireValues; readonly reasons: readonly string[] }[]
  readonly leftOut: number
}

export function LinesFromSheet({ set, declared, owner, onLines }: { set: string; declared: Lines; owner: string; onLines: (lines: readonly Entries[]) => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const file = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const title = names.of(declared)
  const fields = Object.entries(declared.fields).filter(([, { kind }]) => kind !== 'files')
  const read = useMutation({
    mutationFn: (chosen: File) => {
      const form = new FormData()
      form.append('file', chosen, chosen.name)
      return call<SheetLines>(`/line-imports${queryText({ owner, set })}`, { method: 'POST', body: form })
    },
  })
  const sound = read.data?.lines.filter(({ reasons }) => reasons.length === 0) ?? []
  const refused = read.data?.lines.filter(({ reasons }) => reasons.length > 0) ?? []
  const close = (): void => {
    setOpen(false)
    read.reset()
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('从表格导入', 'From a sheet')}</Button>
      {open && (
        <Sheet title={say(`从表格导入${title}`, `${title}: from a sheet`)} onClose={close}>
          <div className="hq-stack">
            <p>{say(`选一份 Excel 或 CSV，第一行写列名：${fields.map(([, field]) => names.of(field)).join('、')}。先看每一行怎样，再放进表单。`, `Choose an Excel or CSV file whose first row says: ${fields.map(([, field]) => names.of(field)).join(', ')}. You see each row before it stands in the form.`)}</p>
            <input
              ref={file}
              type="file"
              className="hq-hidden"
              aria-label={say('明细表格', 'Sheet of lines')}
              accept=".xlsx,.csv,.txt,.xls,.et"
              onChange={({ target }) => {
                const [chosen] = target.files ?? []
                target.value = ''
                if (chosen) read.mutate(chosen)
              }}
            />
            {read.error instanceof ProblemError && <ProblemNotice problem={read.error} />}
            {read.data && (
              <>
                <p><output>
                  {say(`能放 ${figure(sound.length)} 行`, `${figure(sound.length)} rows fit`)}
                  {refused.length > 0 && say(`，${figure(refused.length)} 行不能放`, `, ${figure(refused.length)} do not`)}
                  {read.data.leftOut > 0 && say(`，${figure(read.data.leftOut)} 行合计或说明不算`, `, ${figure(read.data.leftOut)} are totals or notes`)}
                </output></p>
                <ul className="hq-plain-rows">
                  {[...refused, ...sound].map(({ row, values, reasons }) => (
                    <li key={row}>
                      <StateTag tone={reasons.length > 0 ? 'overdue' : 'running'}>{say(`第 ${row} 行`, `Row ${row}`)}</StateTag>{' '}
                      {reasons.length > 0
                        ? reasons.join(say('；', '; '))
                        : fields.map(([name, field], at) => (values[name] === undefined ? null : <span key={name}>{at > 0 && ' · '}<FieldValue field={field} value={values[name]} owner={owner} /></span>))}
                    </li>
                  ))}
                </ul>
              </>
            )}
            <div className="hq-form-foot">
              {read.data && sound.length > 0 && (
                <Button
                  type="primary"
                  onClick={() => {
                    onLines(sound.map(({ values }) => entriesOf(declared.fields, values)))
                    close()
                  }}
                >
                  {say(`放进表单 ${figure(sound.length)} 行`, `Put ${figure(sound.length)} rows into the form`)}
                </Button>
              )}
              <Button type={read.data ? 'default' : 'primary'} loading={read.isPending} onClick={() => file.current?.click()}>
                {read.data ? say('换一份', 'Another file') : say('选择文件', 'Choose the file')}
              </Button>
              <Button onClick={close}>{say('取消', 'Cancel')}</Button>
            </div>
          </div>
        </Sheet>
      )}
    </>
  )
}
