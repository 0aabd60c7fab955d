// The five steps of an import 五步: where one stands, and what comes.
import type { ImportState } from '@houqin/wire'
import type { ReactNode } from 'react'
import { useSay } from '../words/words.tsx'

const stepOf: Readonly<Record<ImportState, number>> = { mapping: 1, trying: 2, tried: 2, importing: 3, done: 4, undoing: 4, undone: 4 }

/** @param state null before a file is chosen. */
export function ImportSteps({ state }: { state: ImportState | null }): ReactNode {
  const say = useSay()
  const titles = [say('选文件', 'File'), say('对列', 'Columns'), say('试算', 'Trial'), say('导入', 'Import'), say('结果', 'Result')]
  const at = state === null ? 0 : stepOf[state]
  return (
    <ol className="hq-import-steps" aria-label={say('导入步骤', 'Steps of the import')}>
      {titles.map((title, step) => (
        <li key={title} aria-current={step === at ? 'step' : undefined} data-done={step < at || undefined}>
          <span className="hq-figures">{step + 1}</span> {title}
        </li>
      ))}
    </ol>
  )
}
