// Words at length 多行文字: the one text area of the console, which says under it what may not be entered; no other may be written.
import { createContext, useContext } from 'react'
import type { ComponentProps, CSSProperties, ReactNode } from 'react'
import { useSay } from '../words/words.tsx'

const Said = createContext(false)

/** Around a form that says it once for all its fields. */
export function ClassifiedSaid({ children }: { children: ReactNode }): ReactNode {
  return <Said value>{children}</Said>
}
export function ClassifiedNote(): ReactNode {
  const say = useSay()
  return <p className="hq-small hq-secondary hq-classified">{say('涉密信息不得录入。', 'No classified information may be entered.')}</p>
}

/** @param autoSize between so many rows it grows with what is typed; where a browser cannot, it keeps the least and is drawn larger by hand. */
export function WordsArea({ autoSize, rows, className, ...given }: ComponentProps<'textarea'> & { readonly autoSize?: { readonly minRows?: number; readonly maxRows?: number } }): ReactNode {
  const said = useContext(Said)
  const least = autoSize?.minRows ?? rows ?? 2
  // custom properties are no members of CSSProperties
  const between = { '--hq-rows': least, '--hq-most-rows': autoSize?.maxRows ?? 30 } as CSSProperties
  return (
    <>
      <textarea {...given} rows={least} style={between} className={['hq-native hq-words', autoSize && 'hq-words-grow', className].filter(Boolean).join(' ')} />
      {!said && <ClassifiedNote />}
    </>
  )
}
