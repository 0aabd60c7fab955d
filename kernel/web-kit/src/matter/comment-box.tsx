// Saying something about a matter without moving it, with photographs; everybody concerned sees it.
import { files, longText } from '@houqin/define'
import type { Matter } from '@houqin/define'
import type { WireMatter } from '@houqin/wire'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useMe } from '../api/me.ts'
import { matterQuery } from '../api/queries.ts'
import { useToast } from '../blocks/toast.tsx'
import { RecordForm } from '../fields/record-form.tsx'
import { callOrKeep, keptWords } from '../offline/call-or-keep.ts'
import { pathOfNumber } from '../parts/paths.ts'
import { useSay } from '../words/words.tsx'

export function CommentBox({ matter, number }: { matter: Matter; number: string }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const toast = useToast()
  const { account } = useMe()
  const [open, setOpen] = useState(false)
  const fields = useMemo(() => ({ text: longText(say('留言', 'Say something'), { max: 1000 }), files: files(say('照片', 'Photos'), { accept: 'image', max: 6 }) }), [say])
  if (!open)
    return (
      <Button onClick={() => setOpen(true)}>
        {say('留言', 'Comment')}
      </Button>
    )
  return (
    <RecordForm
      owner={matter.id}
      fields={fields}
      onCancel={() => setOpen(false)}
      draftKey={`comment.${matter.id}.${number}`}
      submit={say('发送', 'Send')}
      mayWait
      onSend={async ({ values, held, idempotencyKey }) => {
        const after = await callOrKeep<WireMatter>(`/matters/${matter.id}/${number}/comments`, {
          account, idempotencyKey, body: values, files: held, title: say(`留言 · ${number}`, `Comment · ${number}`), page: pathOfNumber(matter.id, number),
        })
        if (after) client.setQueryData(matterQuery(matter.id, number).queryKey, after)
        else toast({ says: keptWords(say), to: '/waiting' })
        setOpen(false)
      }}
    />
  )
}
