// 办理离岗: who leaves, when and why; asked and put to approval by one button.
import { call, FormFields, PageHead, pathOfMatter, pathOfNumber, ProblemNotice, RestoredDraft, useGo, useRecordForm, useSay, useToast } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { departure } from '../../contract/index.ts'

const { person, kind, on, why, toOrgan, toTitle, papers } = departure.form
const fields = Object.freeze({ person, kind, on, toOrgan, toTitle, why, papers })
const elsewhere = Object.freeze({ person, kind, on, why, papers })

export function Screen(): ReactNode {
  const say = useSay()
  const go = useGo()
  const toast = useToast()
  const client = useQueryClient()
  const form = useRecordForm({
    fields,
    draftKey: departure.id,
    issuesUnder: 'input.',
    async onSend({ values, idempotencyKey }) {
      const { toOrgan: organ, toTitle: title, ...rest } = values
      const asked = await call<WireMatter>('/staffing/departures', {
        method: 'POST', idempotencyKey, body: { ...rest, ...(values['kind'] === 'within' && { toOrgan: organ, toTitle: title }) },
      })
      for (const queryKey of [['inbox'], ['matters', departure.id]]) void client.invalidateQueries({ queryKey })
      toast({ says: say(`已报批,单号 ${asked.number}`, `Sent for approval as ${asked.number}`) })
      go(pathOfNumber(departure.id, asked.number), { replace: true })
    },
  })
  return (
    <div className="hq-narrow">
      <PageHead title={say('办理离岗', 'A departure')} back={{ to: pathOfMatter(departure.id), title: say('全部', 'All') }} />
      <form
        className="hq-panel"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void form.send()
        }}
      >
        <RestoredDraft form={form} />
        <FormFields form={form} fields={form.entries['kind'] === 'within' ? fields : elsewhere} owner={departure.id} />
        <p className="hq-small hq-secondary">
          {say(
            '批准后,他经手、审批、负责、占用的会逐项列出,一项一项交给接手的人;离岗当天角色、任职、座位自动结束,账号立即停用。',
            'Once approved, all he has in hand, decides, answers for or occupies is listed, to be handed over one by one; on the day his roles, posts and desk end, and his account closes at once.',
          )}
        </p>
        <ProblemNotice problem={form.problem} others={form.others} />
        <div className="hq-form-foot">
          <Button type="primary" htmlType="submit" loading={form.sending}>
            {say('报批', 'Submit for approval')}
          </Button>
        </div>
      </form>
    </div>
  )
}
