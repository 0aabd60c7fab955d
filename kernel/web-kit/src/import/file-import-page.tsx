// One import of files 一次附件导入: where each file would go, then attached, then taken out again if it was wrong.
import type { Register } from '@houqin/define'
import type { FileImportAnswer } from '@houqin/wire'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { ProblemError } from '../api/problem.ts'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { Fault } from '../blocks/error-boundary.tsx'
import { PageHead } from '../blocks/page-head.tsx'
import { ProblemNotice } from '../blocks/problem-notice.tsx'
import { Sheet } from '../blocks/sheet.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { WhenText } from '../blocks/when-text.tsx'
import { figure } from '../format/quantity.ts'
import { pathOfRegister } from '../parts/paths.ts'
import { useNames, useSay } from '../words/words.tsx'
import { FileImportTag } from './file-import-start.tsx'
import { beginFiles, fileImportQuery } from './file-import-wire.ts'
import { FileTrial } from './file-trial.tsx'
import { ImportAtWork } from './import-at-work.tsx'
import { ImportLines } from './import-lines.tsx'
import { useChangedRows } from './use-changed-rows.ts'
import './import.css'

export function FileImportPage({ register, id }: { register: Register; id: string }): ReactNode {
  const say = useSay()
  const names = useNames()
  const { data, error, refetch } = useQuery(fileImportQuery(id))
  const title = names.of(register)
  useChangedRows(register, data?.state)
  return (
    <div className="hq-import hq-stack">
      <PageHead
        title={data?.file.name ?? say('批量放附件', 'Files')}
        back={{ to: `${pathOfRegister(register.id)}/import`, title: say(`导入${title}`, `Import: ${title}`) }}
        {...(data && { beside: <FileImportTag state={data.state} /> })}
      />
      {data ? data.progress ? <AtWork data={data} /> : data.state === 'tried' && data.own ? <FileTrial register={register} data={data} /> : <Standing register={register} data={data} /> : error ? <Fault error={error} onRetry={() => void refetch()} /> : <Waiting />}
    </div>
  )
}

function AtWork({ data }: { data: FileImportAnswer }): ReactNode {
  const say = useSay()
  const titles: Readonly<Record<string, string>> = { importing: say('正在放入', 'Attaching'), undoing: say('正在取出', 'Taking out') }
  return (
    <ImportAtWork
      at={data}
      title={titles[data.state] ?? say('正在逐个检查文件', 'Looking into each file')}
      count={(done, of) => say(`${figure(done)} / ${figure(of)} 个`, `${figure(done)} of ${figure(of)}`)}
      leaves={say('可以离开或刷新这一页，工作会继续。', 'You may leave or reload this page; the work goes on.')}
    />
  )
}

function Standing({ register, data }: { register: Register; data: FileImportAnswer }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const begin = useMutation({
    mutationFn: (work: 'try' | 'apply' | 'undo') => beginFiles(data.id, work),
    onSuccess: (answer) => {
      client.setQueryData(['file-import', data.id], answer)
      setAsking(false)
    },
  })
  const { state, counts } = data
  const coming = counts.new ?? 0
  return (
    <>
      {data.problem !== null && <div className="hq-notice" role="alert">{data.problem}</div>}
      {state !== 'refused' && (
        <ImportLines register={register} data={data} from="file-imports">
          <section className="hq-panel hq-stack">
            <p>
              <Says data={data} />
              {data.doneAt !== null && <span className="hq-secondary"> {data.by} <WhenText at={data.doneAt} /></span>}
            </p>
            {begin.error instanceof ProblemError && <ProblemNotice problem={begin.error} />}
            <div className="hq-row">
              {(state === 'taken' || state === 'trying') && <Button type="primary" size="large" loading={begin.isPending} onClick={() => begin.mutate('try')}>{say('重新试算', 'Try again')}</Button>}
              {state === 'importing' && data.own && <Button type="primary" size="large" loading={begin.isPending} onClick={() => begin.mutate('apply')}>{say('继续', 'Go on')}</Button>}
              {state === 'undoing' && <Button type="primary" size="large" loading={begin.isPending} onClick={() => begin.mutate('undo')}>{say('继续取出', 'Go on')}</Button>}
              <ConsoleLink to={pathOfRegister(register.id)} className="hq-link-button">{say('看台账', 'See the register')}</ConsoleLink>
              {(state === 'done' || state === 'importing') && <Button size="large" danger onClick={() => setAsking(true)}>{say('撤销这次导入', 'Take this import back')}</Button>}
            </div>
          </section>
        </ImportLines>
      )}
      {asking && (
        <Sheet title={say('撤销这次导入', 'Take this import back')} onClose={() => setAsking(false)}>
          <div className="hq-stack">
            <p>{say(`这次放入的 ${figure(coming)} 个文件会从各条里取出；别人后来放的不动。`, `The ${figure(coming)} files attached by this import are taken out of their rows; what others added since stays.`)}</p>
            <div className="hq-row">
              <Button danger type="primary" loading={begin.isPending} onClick={() => begin.mutate('undo')}>{say('撤销', 'Take back')}</Button>
              <Button onClick={() => setAsking(false)}>{say('不撤销', 'Leave it')}</Button>
            </div>
          </div>
        </Sheet>
      )}
    </>
  )
}

function Says({ data: { state, counts } }: { data: FileImportAnswer }): ReactNode {
  const say = useSay()
  const coming = figure(counts.new ?? 0)
  if (state === 'undone') return say(`已取出 ${figure(counts.undone ?? 0)} 个文件${counts.kept ? `，${figure(counts.kept)} 个没有取出，原因在下面` : ''}。`, `${figure(counts.undone ?? 0)} files taken out${counts.kept ? `; ${figure(counts.kept)} stay, for the reasons below` : ''}.`)
  if (state === 'done') return say(`已放入 ${coming} 个文件。`, `${coming} files attached.`)
  if (state === 'importing' || state === 'undoing') return say('工作停在中途，可以继续，也可以撤销。', 'The work stopped half-way; go on, or take it back.')
  if (state === 'tried') return say('已试算，还没有放入；放不放由导入的人决定。', 'Tried out and not attached yet; whoever brought it in decides.')
  return say('还没有试算完。', 'It is not tried out yet.')
}
