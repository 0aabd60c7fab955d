// 文件名: a sender's name for a file, made safe to show and to save under.
import { attachable, extensionsOf, type FileType } from './file-type.ts'

const longest = 120
// Control characters, marks that turn the direction of writing, and what file systems refuse.
const unsafe = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"*:<>?|]/gu

/** Without folders, controls and direction marks, at most 120 characters, with an extension of its type. */
export function safeName({ name, type }: { name: string; type: FileType }): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = Array.from(last.toWellFormed().replace(unsafe, '').trim().replace(/^\.+/, ''))
  const extension = extensionIn(clean.join(''))
  const [usual = ''] = extensionsOf(type)
  const stem = clean.slice(0, extension === '' ? undefined : -(extension.length + 1)).slice(0, longest).join('') || '附件'
  return `${stem}.${extension === '' ? usual : extension}`
}

/** True when the name has no extension or one of this type: a photo called `.exe` or `.pdf` is refused. */
export function nameSuits({ name, type }: { name: string; type: FileType }): boolean {
  const extension = extensionIn(name)
  return extension === '' || extensionsOf(type).includes(extension)
}

/** What looks like an extension, in lower case: `report.v2` has one, `3.5` has none. */
function extensionIn(name: string): string {
  return /\.([A-Za-z][A-Za-z0-9]{1,4})\s*$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** All extensions that are taken, for the sentence that refuses another. */
export const takenExtensions: string = attachable.map((type) => extensionsOf(type)[0]).join('、')
