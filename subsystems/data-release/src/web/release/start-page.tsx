// Asking for an export 申请导出 begins at the list itself: this page says where.
import { Empty, PageHead, pathOfMatter, useNames, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { release } from '../../contract/index.ts'

export function Screen(): ReactNode {
  const say = useSay()
  const names = useNames()
  return (
    <div className="hq-narrow">
      <PageHead title={names.of(release)} back={{ to: pathOfMatter(release.id), title: names.of(release) }} />
      <Empty title={say('从清单开始', 'Begin at the list')}>
        {say('打开要导出的清单，筛选好以后点“导出”，写明用途；超过规定条数时，那里会出现“申请导出”。', 'Open the list you need, filter it and press “Export”; say what it is for. Above the measure you are offered to ask for it there.')}
      </Empty>
    </div>
  )
}
