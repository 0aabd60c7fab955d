// 文件类型: the kinds of file the house takes, and by which names.
export const fileTypes = Object.freeze({
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'video/mp4': ['mp4', 'm4v'],
  'text/csv': ['csv', 'txt'],
  'application/zip': ['zip'],
} as const)

export type FileType = keyof typeof fileTypes

/** What may be attached: a CSV comes in as a ledger and a zip as a pack of files to be attached, and in no other way. */
export const attachable: readonly FileType[] = Object.freeze(
  // Object.keys of a constant object gives its keys.
  (Object.keys(fileTypes) as FileType[]).filter((type) => type !== 'text/csv' && type !== 'application/zip'),
)

export function extensionsOf(type: FileType): readonly string[] {
  return fileTypes[type]
}

/** What senders also call a type. */
const otherNames: Readonly<Record<string, FileType>> = Object.freeze({
  'image/jpg': 'image/jpeg', 'image/pjpeg': 'image/jpeg', 'image/x-png': 'image/png',
  'image/heif': 'image/heic', 'application/x-pdf': 'application/pdf', 'video/x-m4v': 'video/mp4',
})

const saysNothing = new Set(['', 'application/octet-stream', 'binary/octet-stream'])

/** The type a sender means; null when it says none, undefined when it is none the house takes. */
export function declaredFileType(declared: string): FileType | null | undefined {
  const essence = (declared.split(';')[0] ?? '').trim().toLowerCase()
  if (saysNothing.has(essence)) return null
  return isFileType(essence) ? essence : otherNames[essence]
}

function isFileType(text: string): text is FileType {
  return Object.hasOwn(fileTypes, text)
}
