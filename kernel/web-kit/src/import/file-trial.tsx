// An archive tried out 附件试算: where each file would go, whose it is said by hand where no name tells, all or nothing if it is meant so.
import type { Register } from '@houqin/define'
import type { FileImportAnswer, FileLine, ImportLine, Ref } from '@houqin/wire'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useMe } from '../api/me.ts'
import { ProblemError } from '../api/problem.ts'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { ProblemNotice } from '../blocks/problem-notice.tsx'
import { ChipChoice } from '../fields/chip-choice.tsx'
import { RowPicker } from '../fields/row-picker.tsx'
import { isRef } from '../format/field-value.tsx'
import { figure } from '../format/quantity.ts'
import { keepHere, keptHere } from '../parts/kept-here.ts'
import { pathOfRegister } from '../parts/paths.ts'
import { useSay } from '../words/words.tsx'
import { beginFiles, meanFiles } from './file-import-wire.ts'
import { ImportLines } from './import-lines.tsx'

/** Of numbers of files, the rows chosen and not sent yet. */
type Chosen = Readonly<Record<string, Ref>>

export function FileTrial({ register, data }: { register: Register; data: FileImportAnswer }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const [chosen, choose] = useChosen(data.id)
  const show = (answer: FileImportAnswer): void => void client.setQueryData(['file-import', data.id], answer)
  const apply = useMutation({ mutationFn: () => beginFiles(data.id, 'apply'), onSuccess: show })
  const mean = useMutation({ mutationFn: (mode: 'partial' | 'whole') => meanFiles(data, { mode }), onSuccess: show })
  const again = useMutation({
    mutationFn: () => meanFiles(data, { chosen: Object.entries(chosen).map(([file, { id }]) => ({ file: Number(file), row: id })) }),
    onSuccess: (answer) => {
      choose({})
      show(answer)
    },
  })
  const takeBack = useMutation({ mutationFn: (file: number) => meanFiles(data, { chosen: [{ file, row: null }] }), onSuccess: show })
  const [coming, refused, many] = [data.counts.new ?? 0, data.counts.refused ?? 0, Object.keys(chosen).length]
  const error = [apply, mean, again, takeBack].map((one) => one.error).find((one) => one instanceof ProblemError)
  const beside = (line: ImportLine | FileLine): ReactNode => {
    if (!('choosable' in line && line.choosable)) return null
    const { row: file, id, name } = line
    if (id !== null) return <Button disabled={takeBack.isPending} onClick={() => takeBack.mutate(file)}>{say('不是这条，重新指定', 'Not this one')}</Button>
    return (
      <RowPicker
        register={register.id}
        label={say(`${name ?? file} 放到`, `${name ?? file} goes to`)}
        chosen={chosen[file] ?? null}
        onChange={(row) => {
          const { [String(file)]: _, ...others } = chosen
          choose(row ? { ...others, [file]: row } : others)
        }}
      />
    )
  }
  return (
    <ImportLines register={register} data={data} from="file-imports" beside={beside}>
      <section className="hq-panel hq-stack">
        <p>
          {coming === 0
            ? say('没有可以放入的文件：都已在台账里，或都有问题。', 'There is nothing to attach: every file is there already, or refused.')
            : say('还没有写入任何内容。看清每个文件要放到哪一条，再放入；认不出归属的可以在下面直接指定。', 'Nothing is written yet. See where each file goes, then attach; where no name tells whose a file is, say so below.')}
        </p>
        {refused > 0 && (
          <ChipChoice
            options={[
              { key: 'partial', label: say(`能放的 ${figure(coming)} 个先放`, `Attach the ${figure(coming)} that can be`) },
              { key: 'whole', label: say('全部或全不：有一个放不进就都不放', 'All or nothing: one refused file stops it all') },
            ]}
            chosen={[data.mode]}
            disabled={mean.isPending}
            onChange={([mode]) => mean.mutate(mode === 'whole' ? 'whole' : 'partial')}
          />
        )}
        {error instanceof ProblemError && <ProblemNotice problem={error} />}
        <div className="hq-row">
          {many > 0 && (
            <Button type="primary" size="large" loading={again.isPending} onClick={() => again.mutate()}>
              {say(`按指定的 ${figure(many)} 个重新试算`, `Try again with the ${figure(many)} you said`)}
            </Button>
          )}
          <Button type={many > 0 ? 'default' : 'primary'} size="large" disabled={coming === 0 || (data.mode === 'whole' && refused > 0)} loading={apply.isPending} onClick={() => apply.mutate()}>
            {say(`放入 ${figure(coming)} 个文件`, `Attach ${figure(coming)} files`)}
          </Button>
          <ConsoleLink to={pathOfRegister(register.id)} className="hq-link-button">{say('看台账', 'See the register')}</ConsoleLink>
        </div>
      </section>
    </ImportLines>
  )
}

/** Kept on the device until it is sent: an hour's matching outlives a reload. */
function useChosen(id: string): readonly [Chosen, (chosen: Chosen) => void] {
  const { account } = useMe()
  const place = `file-import.${id}`
  const [chosen, setChosen] = useState<Chosen>(() => {
    const kept = keptHere(account, place)
    return typeof kept === 'object' && kept !== null ? Object.fromEntries(Object.entries(kept).flatMap(([file, row]: readonly [string, unknown]) => (isRef(row) ? [[file, row] as const] : []))) : {}
  })
  return [chosen, (next) => {
    setChosen(next)
    keepHere(account, place, next)
  }]
}
