// Words at length 多行文字: the one text area of the console, which says under it what may not be entered; no other may be written.
import { Input } from 'antd'
import type { TextAreaProps } from 'antd/es/input'
import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
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

export function WordsArea(given: TextAreaProps): ReactNode {
  const said = useContext(Said)
  return (
    <>
      <Input.TextArea {...given} />
      {!said && <ClassifiedNote />}
    </>
  )
}
