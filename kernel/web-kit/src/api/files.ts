// Files on their way to the server and back.
import type { WireFile } from '@houqin/wire'
import { shrinkPhoto } from '../fields/shrink-photo.ts'
import type { Say } from '../words/locale.ts'
import { call } from './call.ts'
import { ProblemError } from './problem.ts'

export const fileAddress = (id: string, size?: 'thumb'): string => `/api/files/${id}${size ? `?size=${size}` : ''}`

/** Sends one file; pictures are made small first. @throws ProblemError */
export async function uploadFile({ file, say }: { file: File; say: Say }): Promise<WireFile> {
  return sendFile(await smallFile({ file, say }))
}

/** A picture made small on the device; any other file as it is. @throws ProblemError for a picture the browser cannot read. */
export async function smallFile({ file, say }: { file: File; say: Say }): Promise<File> {
  const small = file.type.startsWith('image/') ? await shrinkPhoto(file) : file
  if (!small)
    throw new ProblemError({
      type: 'unsupported-media',
      title: say('图片打不开', 'The picture cannot be read'),
      detail: say(`浏览器读不了「${file.name}」。请改用 JPEG 或 PNG 图片。`, `The browser cannot read “${file.name}”. Use a JPEG or PNG picture.`),
      status: 415,
    })
  return small
}

/** Sends one file as it is. @throws ProblemError */
export async function sendFile(file: File): Promise<WireFile> {
  const form = new FormData()
  form.append('file', file, file.name)
  return call<WireFile>('/files', { method: 'POST', body: form })
}
