// Photographs and papers of a form: chosen or taken, made small on the device, sent at once, shown with a way to remove.
import type { WireFile } from '@houqin/wire'
import { createContext, useContext, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { fileAddress, uploadFile } from '../api/files.ts'
import { ProblemError } from '../api/problem.ts'
import { isHeld, sendOrHold } from '../offline/held-files.ts'
import type { HeldFile } from '../offline/held-files.ts'
import { useSay } from '../words/words.tsx'
import type { InputProps } from './field-box.tsx'

/** Within a form whose command may wait for the network: its photographs may as well. */
export const MayWait = createContext(false)

/** @param holds whether what is taken without a network is held on the device, to be handed to `callOrKeep` with the command that names it; as its form does unless said. */
export function PhotoInput({ files, onChange, max = 9, accept = 'image', holds, input }: {
  files: readonly WireFile[]
  onChange: (files: readonly WireFile[]) => void
  max?: number
  accept?: 'image' | 'any'
  holds?: boolean
  input?: InputProps
}): ReactNode {
  const say = useSay()
  const mayWait = useContext(MayWait)
  const [under, setUnder] = useState(0)
  const [issue, setIssue] = useState('')
  async function add(chosen: readonly File[]): Promise<void> {
    const room = chosen.slice(0, max - files.length)
    setIssue(room.length < chosen.length ? say(`最多 ${max} 个，其余没有加入`, `At most ${max}; the others were left out`) : '')
    setUnder(room.length)
    let held = files
    for (const file of room) {
      try {
        held = [...held, await ((holds ?? mayWait) ? sendOrHold : uploadFile)({ file, say })]
        onChange(held)
      } catch (thrown) {
        if (!(thrown instanceof ProblemError)) throw thrown
        setIssue(thrown.message)
      }
      setUnder((n) => n - 1)
    }
    setUnder(0)
  }
  return (
    <div>
      <p className="hq-small hq-secondary">{say('本系统不得处理涉密信息，涉密文件不得上传。', 'No classified information: classified files may not be uploaded.')}</p>
      <div className="hq-photos">
        {files.map((file) => (
          <div key={file.id} className="hq-photo">
            {isHeld(file) ? <HeldPicture file={file} /> : file.type.startsWith('image/') ? <img src={fileAddress(file.id, 'thumb')} alt={file.name} /> : <span>{file.name}</span>}
            <button
              type="button"
              className="hq-photo-remove"
              aria-label={say(`移除 ${file.name}`, `Remove ${file.name}`)}
              onClick={() => onChange(files.filter((other) => other !== file))}
            >
              ×
            </button>
          </div>
        ))}
        {under > 0 && (
          <output className="hq-photo">{say(`正在上传 ${under} 个`, `Uploading ${under}`)}</output>
        )}
        {files.length + under < max && (
          <label className="hq-photo hq-photo-add">
            {accept === 'image' ? say('拍照或选图', 'Take or choose a photo') : say('添加文件', 'Add a file')}
            <input
              {...input}
              type="file"
              multiple
              accept={accept === 'image' ? 'image/*' : undefined}
              onChange={({ target }) => {
                void add([...(target.files ?? [])])
                target.value = ''
              }}
            />
          </label>
        )}
      </div>
      {issue && (
        <p className="hq-field-issue" role="alert">
          {issue}
        </p>
      )}
    </div>
  )
}

/** Out of the device's memory, for the server has not seen it. */
function HeldPicture({ file: { name, content } }: { file: HeldFile }): ReactNode {
  const say = useSay()
  const picture = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const made = URL.createObjectURL(content)
    if (picture.current) picture.current.src = made
    return () => URL.revokeObjectURL(made)
  }, [content])
  return (
    <>
      <img ref={picture} alt={name} />
      <span className="hq-photo-held">{say('待发送', 'To be sent')}</span>
    </>
  )
}
