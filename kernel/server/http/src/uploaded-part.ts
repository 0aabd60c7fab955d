// 收表单里的文件: the file a form brings, or a sentence about the form; its content is not read yet.
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { Problem, say } from '@houqin/problem'

/** @param mostBytes one more is let in, so that what is too large is said to be and not taken for damaged; left out, the usual. @throws Problem `bad-request`. */
export async function uploadedPart(request: FastifyRequest, mostBytes?: number): Promise<MultipartFile> {
  const limits = mostBytes === undefined ? {} : { limits: { fileSize: mostBytes + 1 } }
  const part = request.isMultipart() ? await request.file(limits).catch(unreadable) : undefined
  if (!part) throw new Problem('bad-request', say('没有收到文件，请以 multipart 的 file 字段上传。', 'No file came; send it as the multipart field `file`.'))
  return part
}

/** What the reader of forms stumbles over is the sender's form; its own refusals already carry a code. */
function unreadable(error: unknown): never {
  if (error instanceof Error && 'code' in error) throw error
  throw new Problem('bad-request', say('上传的表单读不出来，请重新选择文件上传。', 'The form cannot be read; choose the file and send it again.'), { cause: error })
}
