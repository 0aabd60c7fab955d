// 巡查报修: what is wrong at a point of a patrol, with a photo, sent in two taps.
import { call, FieldInput, ProblemNotice, useRecordForm, useSay, useToast, WordsArea } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { repair } from '../../contract/index.ts'
import '../quick.css'

export function Fill({ site, room, area, place, look, onReported }: {
  readonly site: string
  readonly room: string | null
  readonly area: string | null
  readonly place: string
  readonly look: string | null
  readonly onReported: (number: string) => void
}): ReactNode {
  const say = useSay()
  const toast = useToast()
  const client = useQueryClient()
  const form = useRecordForm({
    fields: { what: repair.form.what, photos: repair.form.photos },
    start: { what: say(`${place}：巡查发现有问题${look ? `(${look})` : ''}`, `${place}: found wrong on patrol${look ? ` (${look})` : ''}`) },
    draftKey: `patrol.repair.${site}.${place}`,
    issuesUnder: 'input.',
    onSend: async ({ values, idempotencyKey }) => {
      const where = room !== null ? { room } : area !== null ? { area } : { site, whereabouts: place }
      const sent = await call<WireMatter>(`/matters/${repair.id}`, { method: 'POST', idempotencyKey, body: { input: { ...values, ...where, urgency: 'normal' } } })
      void client.invalidateQueries({ queryKey: ['matters', repair.id] })
      toast({ says: say(`已报修 ${sent.number}`, `Reported as ${sent.number}`) })
      onReported(sent.number)
    },
  })
  const words = [say('灯不亮', 'Light out'), say('漏水', 'Leak'), say('门锁坏', 'Lock broken'), say('消防器材异常', 'Fire equipment'), say('堆放杂物', 'Blocked way')]
  const { what } = form.entries
  const input = { 'aria-describedby': undefined, 'aria-invalid': false, 'aria-required': true }
  return (
    <form
      className="sd-confirm"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.send()
      }}
    >
      <div className="sd-quick-words">
        {words.map((word) => (
          <button key={word} type="button" onClick={() => form.set('what', `${place}:${word}`)}>
            {word}
          </button>
        ))}
      </div>
      <WordsArea value={typeof what === 'string' ? what : ''} autoSize={{ minRows: 2 }} maxLength={500} aria-label={say('什么坏了', 'What is broken')} onChange={({ target }) => form.set('what', target.value)} />
      <FieldInput field={repair.form.photos} entry={form.entries['photos'] ?? []} onChange={(entry) => form.set('photos', entry)} owner={repair.id} input={{ id: 'patrol-photos', ...input }} />
      <ProblemNotice problem={form.problem} others={[...form.others, ...Object.values(form.issues)]} />
      <Button type="primary" htmlType="submit" size="large" block loading={form.sending}>
        {say('报修', 'Report a repair')}
      </Button>
    </form>
  )
}
