// One import 一次导入: whatever step it stands at, found again by its address after a reload or from another desk.
import type { Register } from '@houqin/define'
import type { ImportAnswer } from '@houqin/wire'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Fault } from '../blocks/error-boundary.tsx'
import { PageHead } from '../blocks/page-head.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { figure } from '../format/quantity.ts'
import { pathOfRegister } from '../parts/paths.ts'
import { useNames, useSay } from '../words/words.tsx'
import { ImportAtWork } from './import-at-work.tsx'
import { ImportColumns } from './import-columns.tsx'
import { ImportResult } from './import-result.tsx'
import { ImportSteps } from './import-steps.tsx'
import { ImportTrial } from './import-trial.tsx'
import { ImportStateTag } from './import-start.tsx'
import { importQuery } from './import-wire.ts'
import { useChangedRows } from './use-changed-rows.ts'
import './import.css'

export function ImportPage({ register, id }: { register: Register; id: string }): ReactNode {
  const say = useSay()
  const names = useNames()
  const { data, error, refetch } = useQuery(importQuery(id))
  const title = names.of(register)
  useChangedRows(register, data?.state)
  return (
    <div className="hq-import hq-stack">
      <PageHead
        title={data?.file.name ?? say(`导入${title}`, `Import: ${title}`)}
        back={{ to: `${pathOfRegister(register.id)}/import`, title: say(`导入${title}`, `Import: ${title}`) }}
        {...(data && { beside: <ImportStateTag state={data.state} /> })}
      />
      {data ? (
        <>
          <ImportSteps state={data.state} />
          <Step register={register} data={data} />
        </>
      ) : error ? (
        <Fault error={error} onRetry={() => void refetch()} />
      ) : (
        <Waiting />
      )}
    </div>
  )
}

function Step({ register, data }: { register: Register; data: ImportAnswer }): ReactNode {
  if (data.progress) return <AtWork data={data} />
  switch (data.state) {
    case 'mapping':
    case 'trying':
      return <ImportColumns key={`${data.sheet} ${data.head.row} ${data.head.rows}`} register={register} data={data} />
    case 'tried':
      return <ImportTrial register={register} data={data} />
    case 'importing':
    case 'done':
    case 'undoing':
    case 'undone':
      return <ImportResult register={register} data={data} />
  }
}

function AtWork({ data }: { data: ImportAnswer }): ReactNode {
  const say = useSay()
  const { state, mode } = data
  const titles: Readonly<Record<string, string>> = { trying: say('正在试算', 'Trying it out'), importing: say('正在导入', 'Importing'), undoing: say('正在撤销', 'Taking it back') }
  const stays =
    state === 'trying'
      ? say('试算不写入任何内容。', 'A trial writes nothing.')
      : state === 'importing' && mode === 'whole'
        ? say('按“全部或全不”：停止后一行也不写入。', 'All or nothing: stopped, nothing is written.')
        : say('已办好的保留，之后可以继续，也可以撤销。', 'What is done stays; go on later, or take it back.')
  return (
    <ImportAtWork
      at={data}
      title={titles[state] ?? say('正在处理', 'At work')}
      count={(done, of) => say(`${figure(done)} / ${figure(of)} 行`, `${figure(done)} of ${figure(of)} rows`)}
      leaves={say('可以离开或刷新这一页，工作会继续；回来看“导入记录”。', 'You may leave or reload this page; the work goes on. Find it again under the imports.')}
      stays={stays}
    />
  )
}
