// What follows from the steps of a release: the list is one there is and under its own name, nobody agrees to his own, and the agreement ends.
import { systemActor } from '@houqin/access'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { hoursOpen, release } from '../contract/index.ts'
import { listOf } from './list-of.ts'

const hour = 3_600_000

export function releaseEffects(system: System): Effects {
  return effects(release, {
    async agree({ at, actor, matter, engine }) {
      // who agrees reads the title: it must be that of the list
      if (listOf(system, matter.form.list)?.title !== matter.form.title) throw new Problem('step-not-possible', say(
        '所写的清单与代码不符，请不同意；申请人应在清单上方点“导出”，由系统填写。', 'The list is not the one its id names: refuse it. Whoever asks presses “Export” above the list, which fills this in.',
      ))
      if (actor.principal.person === null || actor.principal.person === matter.requester) throw new Problem('not-allowed', say(
        '不能同意自己的导出申请，请由另一位数据安全员办理。', 'Nobody agrees to his own export; another data security officer does.',
      ))
      await engine.setFacts({ until: new Date(at.getTime() + hoursOpen * hour).toISOString() })
    },
    async overdue({ tx, matter }) {
      // Else it would stand among what is late, in the hands of somebody who can do nothing with it any more.
      if (matter.state === 'agreed') await system.matters.step(tx, systemActor, release, matter.number, 'finish', { comment: '下载时间已过', version: matter.version })
    },
  })
}
