// Bringing in a ledger 批量导入: choose the file or fetch the template; what was brought in before, each of it to be looked at and taken back.
import type { Register } from '@houqin/define'
import type { ImportAnswer, ImportState, WireImport } from '@houqin/wire'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { call, queryText } from '../api/call.ts'
import { useCan } from '../api/me.ts'
import { ProblemError } from '../api/problem.ts'
import { ConsoleLink, useGo } from '../blocks/console-link.tsx'
import { Empty } from '../blocks/empty.tsx'
import { PageHead } from '../blocks/page-head.tsx'
import { ProblemNotice } from '../blocks/problem-notice.tsx'
import { StateTag } from '../blocks/state-tag.tsx'
import { WhenText } from '../blocks/when-text.tsx'
import { figure } from '../format/quantity.ts'
import { pathOfRegister } from '../parts/paths.ts'
import { useNames, useSay } from '../words/words.tsx'
import { FileImportStart } from './file-import-start.tsx'
import { ImportSteps } from './import-steps.tsx'
import { importsQuery } from './import-queries.ts'
import './import.css'

export function ImportStart({ register }: { register: Register }): ReactNode {
  const say = useSay()
  const names = useNames()
  const can = useCan(register.id)
  const go = useGo()
  const client = useQueryClient()
  const file = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const title = names.of(register)
  const back = { to: pathOfRegister(register.id), title }
  const send = useMutation({
    mutationFn: (chosen: File) => {
      const form = new FormData()
      form.append('file', chosen, chosen.name)
      return call<ImportAnswer>(`/imports${queryText({ register: register.id })}`, { method: 'POST', body: form })
    },
    onSuccess: (taken) => {
      void client.invalidateQueries({ queryKey: ['imports', register.id] })
      client.setQueryData(['import', taken.id], taken)
      go(`${pathOfRegister(register.id)}/import/${taken.id}`)
    },
  })
  if (!can('import') || !can('write'))
    return (
      <>
        <PageHead title={title} back={back} />
        <Empty title={say(`您不能批量导入${title}`, 'You may not import these')}>{say('需要时请找安全管理员授予角色。', 'Ask the security administrator for the role if you need it.')}</Empty>
      </>
    )
  return (
    <div className="hq-import hq-stack">
      <PageHead title={say(`导入${title}`, `Import: ${title}`)} back={back} />
      <ImportSteps state={null} />
      <div
        className="hq-panel hq-import-drop"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const [dropped] = event.dataTransfer.files
          if (dropped) send.mutate(dropped)
        }}
      >
        <p>{say('选一份 Excel（.xlsx）或 CSV，拖到这里也行。表头在第几行、列的顺序、合并单元格都不用改。', 'Choose an Excel (.xlsx) or CSV file, or drop it here. Leave its head, its columns and its merged cells as they are.')}</p>
        <p className="hq-secondary">{say('先试算，看清每一行会怎样，再决定导不导；导入以后还能整份撤销。', 'It is tried out first: you see what would become of each row, and then decide. An import can be taken back whole.')}</p>
        <input
          ref={file}
          type="file"
          className="hq-hidden"
          aria-label={say('台账文件', 'Ledger file')}
          accept=".xlsx,.csv,.txt,.xls,.et"
          onChange={({ target }) => {
            const [chosen] = target.files ?? []
            target.value = ''
            if (chosen) send.mutate(chosen)
          }}
        />
        <div className="hq-row">
          <Button type="primary" size="large" loading={send.isPending} onClick={() => file.current?.click()}>
            {say('选择文件', 'Choose the file')}
          </Button>
          <Button size="large" href={`/api/imports/template.xlsx${queryText({ register: register.id })}`} download>
            {say('下载模板', 'Fetch the template')}
          </Button>
        </div>
        {send.error instanceof ProblemError && <ProblemNotice problem={send.error} />}
      </div>
      <Before register={register} />
      <FileImportStart register={register} />
    </div>
  )
}

function Before({ register }: { register: Register }): ReactNode {
  const say = useSay()
  const { data } = useQuery(importsQuery(register.id))
  if (!data) return null
  return (
    <section className="hq-stack">
      <h2>{say('导入记录', 'Imports before')}</h2>
      {data.rows.length === 0 ? (
        <div className="hq-panel">
          <Empty title={say('还没有导入过', 'Nothing was imported yet')}>{say('导入过的文件会列在这里，可以查看结果，也可以撤销。', 'What is imported is listed here, to be looked at and to be taken back.')}</Empty>
        </div>
      ) : (
        <div className="hq-cards">
          {data.rows.map((one) => (
            <ConsoleLink key={one.id} to={`${pathOfRegister(register.id)}/import/${one.id}`} className="hq-card">
              <span className="hq-card-head">
                <span className="hq-card-title">{one.file.name}</span>
                <ImportStateTag state={one.state} />
              </span>
              <span className="hq-card-facts hq-secondary hq-small">
                <span>{one.by}</span>
                <span><WhenText at={one.createdAt} /></span>
                <CountsText counts={one.counts} />
              </span>
            </ConsoleLink>
          ))}
        </div>
      )}
    </section>
  )
}

function CountsText({ counts }: { counts: WireImport['counts'] }): ReactNode {
  const say = useSay()
  const parts = [
    [counts.new, say('新增', 'new')], [counts.change, say('修改', 'changed')], [counts.refused, say('不能导入', 'refused')],
  ] as const
  return parts.map(([count, title]) => (count ? <span key={title}>{title} {figure(count)}</span> : null))
}

export function ImportStateTag({ state }: { state: ImportState }): ReactNode {
  const say = useSay()
  const shown: Readonly<Record<ImportState, readonly [string, 'waiting' | 'running' | 'done' | 'stopped']>> = {
    mapping: [say('待对列', 'Columns'), 'waiting'], trying: [say('试算中', 'Trying'), 'running'], tried: [say('已试算', 'Tried'), 'waiting'],
    importing: [say('导入中', 'Importing'), 'running'], done: [say('已导入', 'Imported'), 'done'], undoing: [say('撤销中', 'Taking back'), 'running'], undone: [say('已撤销', 'Taken back'), 'stopped'],
  }
  const [title, tone] = shown[state]
  return <StateTag tone={tone}>{title}</StateTag>
}
