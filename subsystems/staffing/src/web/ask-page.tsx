// A page that asks for something and puts it to approval by one button 报批.
import { FormFields, FormFoot, PageHead, pathOfMatter, pathOfNumber, ProblemNotice, RestoredDraft, useGo, useSay, useToast } from '@houqin/web-kit'
import type { FormState, WireMatter } from '@houqin/web-kit'
import type { Fields, Matter } from '@houqin/define'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'

/** @param says what follows once it is approved. @param blocked nothing can be sent yet. @param children what is asked besides the fields. */
export function AskPage({ title, matter, form, fields, says, blocked = false, children }: {
  title: string
  matter: Matter
  form: FormState
  fields: Fields
  says: string
  blocked?: boolean
  children?: ReactNode
}): ReactNode {
  const say = useSay()
  return (
    <div className="hq-narrow">
      <PageHead title={title} back={{ to: pathOfMatter(matter.id), title: say('全部', 'All') }} />
      <form
        className="hq-panel"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void form.send()
        }}
      >
        <RestoredDraft form={form} />
        <FormFields form={form} fields={fields} owner={matter.id} />
        {children}
        <p className="hq-small hq-secondary">{says}</p>
        <ProblemNotice problem={form.problem} others={form.others} />
        <FormFoot submit={say('报批', 'Submit for approval')} sending={form.sending} disabled={blocked} />
      </form>
    </div>
  )
}

/** What follows when it was sent: its number is told and its page opened. @param stale queries that show something else now. */
export function useAskedFor(matter: Matter, stale: readonly (readonly string[])[] = []): (asked: WireMatter) => void {
  const say = useSay()
  const go = useGo()
  const toast = useToast()
  const client = useQueryClient()
  return ({ number }) => {
    for (const queryKey of [['inbox'], ['matters', matter.id], ...stale]) void client.invalidateQueries({ queryKey })
    toast({ says: say(`已报批，单号 ${number}`, `Sent for approval as ${number}`) })
    go(pathOfNumber(matter.id, number), { replace: true })
  }
}
