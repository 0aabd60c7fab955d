// A list that is still closed 未展开的清单: the browser's own box until somebody comes to it. The list is heavier than most pages; it is fetched then, and goes on where he began.
import { useEffect, useId, useRef, useState } from 'react'
import type { ComponentType, ReactNode } from 'react'
import { useToast } from '../blocks/toast.tsx'
import { useSay } from '../words/words.tsx'
import type { InputProps } from './field-box.tsx'

/** How far somebody had come before the list was there. */
export interface Begun {
  readonly typed: string
  /** Pressed or typed into: the list stands open. */
  readonly open: boolean
  readonly focused: boolean
}
export interface Closed {
  readonly input?: Partial<InputProps> | undefined
  readonly label?: string | undefined
  /** What is chosen, in words. */
  readonly shown: string
  readonly placeholder: string
  readonly autoFocus?: boolean | undefined
  readonly disabled?: boolean
  /** Told when somebody comes to the box, which may be more than once. */
  readonly onCome?: (() => void) | undefined
  /** Fetched as soon as the box stands, for what a box cannot show. */
  readonly atOnce?: boolean
}

/** A box that becomes the list. @param fetch asked once for the whole console, and again after a failure. */
export function closedList<Given extends object>(fetch: () => Promise<ComponentType<Given & { readonly begun: Begun }>>): (props: { closed: Closed; given: Given }) => ReactNode {
  let here: ComponentType<Given & { readonly begun: Begun }> | undefined
  const come = async (): Promise<void> => {
    here ??= await fetch()
  }
  return function ClosedList({ closed: { input, label, shown, placeholder, autoFocus = false, disabled = false, atOnce = false, onCome }, given }) {
    const say = useSay()
    const toast = useToast()
    const own = useId()
    const box = useRef<HTMLInputElement>(null)
    const begun = useRef<Begun>({ typed: '', open: false, focused: autoFocus })
    const [typed, setTyped] = useState<string | null>(null)
    const [there, setThere] = useState(here !== undefined)
    const coming = (more?: Partial<Begun>): void => {
      begun.current = { ...begun.current, ...more }
      onCome?.()
      come().then(
        () => {
          begun.current = { ...begun.current, focused: box.current !== null && document.activeElement === box.current }
          setThere(true)
        },
        () => toast({ says: say('清单没有取到，再点一次', 'The list could not be fetched: press again'), tone: 'fault', instead: 'closed-list' }),
      )
    }
    useEffect(() => {
      if (autoFocus) box.current?.focus()
    }, [autoFocus])
    useEffect(() => {
      if (atOnce) coming()
      // once, when it stands
      // oxlint-disable-next-line react/exhaustive-deps
    }, [atOnce])
    const List = here
    if (there && List) return <List {...given} begun={begun.current} />
    return (
      <span className="hq-closed">
        <input
          {...input}
          ref={box}
          className="hq-native"
          role="combobox"
          aria-expanded={false}
          aria-haspopup="listbox"
          aria-controls={`${own}-list`}
          aria-label={label}
          autoComplete="off"
          disabled={disabled}
          placeholder={shown || placeholder}
          value={typed ?? shown}
          onPointerEnter={() => coming()}
          onFocus={() => {
            setTyped((before) => before ?? '')
            coming()
          }}
          onBlur={() => setTyped((before) => before || null)}
          onMouseDown={() => coming({ open: true })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'ArrowDown') return
            event.preventDefault()
            coming({ open: true })
          }}
          onChange={({ target }) => {
            setTyped(target.value)
            coming({ typed: target.value, open: true })
          }}
        />
      </span>
    )
  }
}

/** What is typed into the list, beginning with what was typed before it was there. */
export function useBegunTyping({ typed: before }: Begun): [typed: string, setTyped: (typed: string) => void] {
  const [typed, setTyped] = useState(before)
  const goesOn = useRef(before !== '')
  const type = (next: string): void => {
    // antd empties the search of a list as it mounts
    if (next !== '' || !goesOn.current) setTyped(next)
    goesOn.current = false
  }
  return [typed, type]
}
