// Photographs and papers that belong to something: small pictures that open large, papers by their name.
import type { WireFile } from '@houqin/wire'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { fileAddress } from '../api/files.ts'
import { storedFile } from '../fields/entries.ts'
import { useSay } from '../words/words.tsx'
import { Sheet } from './sheet.tsx'

export function Photos({ files }: { files: readonly (WireFile | string)[] }): ReactNode {
  const say = useSay()
  const [shown, setShown] = useState<WireFile | null>(null)
  if (files.length === 0) return null
  return (
    <div className="hq-pictures">
      {files.map(storedFile).map((file, place) =>
        file.type.startsWith('image/') ? (
          <button key={file.id} type="button" className="hq-plain" onClick={() => setShown(file)}>
            <img src={fileAddress(file.id, 'thumb')} alt={say(`照片 ${place + 1}`, `Photo ${place + 1}`)} loading="lazy" />
          </button>
        ) : (
          <a key={file.id} href={fileAddress(file.id)} download={file.name}>
            {file.name}
          </a>
        ),
      )}
      {shown && (
        <Sheet title={shown.name} wide onClose={() => setShown(null)}>
          <img className="hq-picture-whole" src={fileAddress(shown.id)} alt={shown.name} />
        </Sheet>
      )}
    </div>
  )
}
