// Bringing in photos and papers 批量放附件: one zip for many rows, where the register keeps files; what was brought in before.
import type { Register } from '@houqin/define'
import type { FileImportAnswer, FileImportState } from '@houqin/wire'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { call, queryText } from '../api/call.ts'
import { ProblemError } from '../api/problem.ts'
import { ConsoleLink, useGo } from '../blocks/console-link.tsx'
import { ProblemNotice } from '../blocks/problem-notice.tsx'
import { StateTag } from '../blocks/state-tag.tsx'
import type { TagTone } from '../blocks/state-tag.tsx'
import { WhenText } from '../blocks/when-text.tsx'
import { ChipChoice } from '../fields/chip-choice.tsx'
import { figure } from '../format/quantity.ts'
import { pathOfRegister } from '../parts/paths.ts'
import { useNames, useSay } from '../words/words.tsx'
import { fileImportsQuery } from './file-import-wire.ts'

/** Nothing where the register keeps no files. */
export function FileImportStart({ register }: { register: Register }): ReactNode {
  const say = useSay()
  const names = useNames()
  const go = useGo()
  const client = useQueryClient()
  const file = useRef<HTMLInputElement>(null)
  const fields = Object.entries(register.fields).filter(([, { kind }]) => kind === 'files')
  const [field, setField] = useState(fields[0]?.[0])
  const send = useMutation({
    mutationFn: (chosen: File) => {
      const form = new FormData()
      form.append('file', chosen, chosen.name)
      return call<FileImportAnswer>(`/file-imports${queryText({ register: register.id, field })}`, { method: 'POST', body: form })
    },
    onSuccess: (taken) => {
      void client.invalidateQueries({ queryKey: ['file-imports', register.id] })
      client.setQueryData(['file-import', taken.id], taken)
      go(`${pathOfRegister(register.id)}/import/files/${taken.id}`)
    },
  })
  const declared = field === undefined ? undefined : register.fields[field]
  if (!declared) return null
  const what = names.of(declared)
  return (
    <section className="hq-stack">
      <h2>{say(`批量放“${what}”`, `Many at once: ${what}`)}</h2>
      <div className="hq-panel hq-import-drop">
        <p>{say('把文件打成一个 zip：文件名或文件夹名写编号（如“清溪01_第2页.pdf”），或在包里放一张清单（一列写编号，一列写文件名）。', 'Pack the files into one zip. Name each file or its folder by the number of its row (“QX01_page 2.pdf”), or put a list into the archive: one column with the numbers, one with the names of the files.')}</p>
        <p className="hq-secondary">{say('先试算：每个文件放到哪一条、放不进去的为什么，都看清再放；放错了可以整包取出。涉密文件不得上传。', 'It is tried out first: you see where each file goes and why one cannot. It can be taken out whole. No classified files.')}</p>
        {fields.length > 1 && <ChipChoice options={fields.map(([key, one]) => ({ key, label: names.of(one) }))} chosen={field === undefined ? [] : [field]} onChange={([name]) => setField(name)} />}
        <input
          ref={file}
          type="file"
          className="hq-hidden"
          aria-label={say('附件压缩包', 'Archive of files')}
          accept=".zip"
          onChange={({ target }) => {
            const [chosen] = target.files ?? []
            target.value = ''
            if (chosen) send.mutate(chosen)
          }}
        />
        <div className="hq-row">
          <Button size="large" loading={send.isPending} onClick={() => file.current?.click()}>
            {say('选择 zip 压缩包', 'Choose the zip')}
          </Button>
        </div>
        {send.error instanceof ProblemError && <ProblemNotice problem={send.error} />}
      </div>
      <Before register={register} />
    </section>
  )
}

function Before({ register }: { register: Register }): ReactNode {
  const say = useSay()
  const { data } = useQuery(fileImportsQuery(register.id))
  if (!data || data.rows.length === 0) return null
  return (
    <div className="hq-cards">
      {data.rows.map(({ id, file, state, by, createdAt, counts }) => (
        <ConsoleLink key={id} to={`${pathOfRegister(register.id)}/import/files/${id}`} className="hq-card">
          <span className="hq-card-head">
            <span className="hq-card-title">{file.name}</span>
            <FileImportTag state={state} />
          </span>
          <span className="hq-card-facts hq-secondary hq-small">
            <span>{by}</span>
            <span><WhenText at={createdAt} /></span>
            {counts.new !== undefined && <span>{say(`放入 ${figure(counts.new)} 个`, `${figure(counts.new)} attached`)}</span>}
            {counts.refused !== undefined && <span>{say(`不能放 ${figure(counts.refused)} 个`, `${figure(counts.refused)} refused`)}</span>}
          </span>
        </ConsoleLink>
      ))}
    </div>
  )
}

export function FileImportTag({ state }: { state: FileImportState }): ReactNode {
  const say = useSay()
  const shown: Readonly<Record<FileImportState, readonly [string, TagTone]>> = {
    taken: [say('待试算', 'To be tried'), 'waiting'], trying: [say('试算中', 'Trying'), 'running'], tried: [say('已试算', 'Tried'), 'waiting'],
    importing: [say('放入中', 'Attaching'), 'running'], done: [say('已放入', 'Attached'), 'done'], undoing: [say('取出中', 'Taking out'), 'running'],
    undone: [say('已取出', 'Taken out'), 'stopped'], refused: [say('未收下', 'Refused'), 'overdue'],
  }
  const [title, tone] = shown[state]
  return <StateTag tone={tone}>{title}</StateTag>
}
