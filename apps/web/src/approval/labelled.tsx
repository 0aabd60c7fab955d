// A labelled input of a form that is laid out by hand.
import { FieldBox } from '@houqin/web-kit'
import { useId } from 'react'
import type { ComponentProps, ReactNode } from 'react'

/** @param input draws it; what it is handed ties it to its label. */
export function Labelled({ label, hint, input }: { label: string; hint?: string; input: ComponentProps<typeof FieldBox>['children'] }): ReactNode {
  const id = useId()
  return (
    <FieldBox name={id} id={id} label={label} optional optionalWord="" hint={hint}>
      {input}
    </FieldBox>
  )
}
