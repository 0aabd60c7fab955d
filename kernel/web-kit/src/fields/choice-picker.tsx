// Choosing one of many by typing, where all there is to choose from is here. The list itself is fetched when somebody comes to it.
import type { ReactNode } from 'react'
import { useSay } from '../words/words.tsx'
import type { Choosing } from './choice-select.tsx'
import { closedList } from './closed-list.tsx'
import type { InputProps } from './field-box.tsx'

/** Several of many, told by a declared choice. */
export const LongList = closedList<Choosing>(async () => (await import('./choice-select.tsx')).ChoiceSelect)

/**
 * One of a long list.
 * @param chosen its key; null or a key that is not offered shows nothing.
 * @param clearable whether nothing may be chosen: null is told then.
 * @param fit as wide as its row leaves it, not the whole line.
 * @param onCome told when somebody comes to it, for what is fetched only then.
 * @param none said where there is nothing to choose.
 */
export function ChoicePicker<Key extends string>({ input, label, options, chosen, onChange, clearable, disabled = false, placeholder, fit = false, onCome, none }: {
  input?: Partial<InputProps>
  label?: string
  options: readonly { readonly key: Key; readonly label: string }[]
  chosen: Key | null
  disabled?: boolean
  placeholder?: string
  fit?: boolean
  onCome?: () => void
  none?: ReactNode
} & ({ readonly clearable: true; readonly onChange: (key: Key | null) => void } | { readonly clearable?: false; readonly onChange: (key: Key) => void })): ReactNode {
  const say = useSay()
  const shown = options.find(({ key }) => key === chosen)
  const found = (key: string): Key | null => options.find((one) => one.key === key)?.key ?? null
  const words = placeholder ?? say('请选择', 'Choose')
  return (
    <span className={fit ? 'hq-pick hq-pick-fit' : 'hq-pick'}>
      <LongList
        closed={{ input, label, shown: shown?.label ?? '', placeholder: words, disabled, onCome }}
        given={{
          input, label, options, chosen: shown ? [shown.key] : [], many: false, clearable: clearable === true, disabled, placeholder: words, none,
          onChange(entry) {
            const key = typeof entry === 'string' ? found(entry) : null
            if (key !== null) onChange(key)
            else if (clearable) onChange(null)
          },
        }}
      />
    </span>
  )
}
