// 办理离岗: who leaves, when and why; asked and put to approval by one button.
import { call, useRecordForm, useSay } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { departure } from '../../contract/index.ts'
import { AskPage, useAskedFor } from '../ask-page.tsx'

const { person, kind, on, why, toOrgan, toTitle, papers } = departure.form
const fields = Object.freeze({ person, kind, on, toOrgan, toTitle, why, papers })
const elsewhere = Object.freeze({ person, kind, on, why, papers })

export function Screen(): ReactNode {
  const say = useSay()
  const askedFor = useAskedFor(departure)
  const form = useRecordForm({
    fields,
    draftKey: departure.id,
    issuesUnder: 'input.',
    async onSend({ values, idempotencyKey }) {
      const { toOrgan: organ, toTitle: title, ...rest } = values
      const asked = await call<WireMatter>('/staffing/departures', {
        method: 'POST', idempotencyKey, body: { ...rest, ...(values['kind'] === 'within' && { toOrgan: organ, toTitle: title }) },
      })
      askedFor(asked)
    },
  })
  return (
    <AskPage
      title={say('办理离岗', 'A departure')}
      matter={departure}
      form={form}
      fields={form.entries['kind'] === 'within' ? fields : elsewhere}
      says={say(
        '批准后，他经手、审批、负责、占用的会逐项列出，一项一项交给接手的人；离岗当天角色、任职、座位自动结束，账号立即停用。',
        'Once approved, all he has in hand, decides, answers for or occupies is listed, to be handed over one by one; on the day his roles, posts and desk end, and his account closes at once.',
      )}
    />
  )
}
