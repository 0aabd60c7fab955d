// Sending a file 送出文件: its content with its type and name, in which nothing runs, whatever a browser makes of it.
import type { FastifyReply } from 'fastify'
import type { openFile } from '@houqin/files'

type Opened = NonNullable<Awaited<ReturnType<typeof openFile>>>

/** @param cache the header `cache-control`: how long the reader's browser may keep it. */
export function sendContent(reply: FastifyReply, { file, read }: Opened, { cache }: { cache: string }): FastifyReply {
  return reply
    .type(file.type)
    .header('content-length', file.size)
    .header('cache-control', cache)
    .header('content-disposition', `${file.picture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', "default-src 'none'; img-src 'self'; sandbox")
    .send(read())
}
