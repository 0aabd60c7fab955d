// 核验导出文件: whoever is handed a sheet sees whether it left this house, and whether it still is as it left.
import { call, instantText, PageHead, ProblemError, ProblemNotice, StateTag, useSay } from '@houqin/web-kit'
import type { SheetJudgement, TagTone } from '@houqin/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef } from 'react'
import type { ReactNode } from 'react'

export function VerifyPage(): ReactNode {
  const say = useSay()
  const file = useRef<HTMLInputElement>(null)
  const verify = useMutation({
    mutationFn: async (chosen: File) => {
      const form = new FormData()
      form.append('file', chosen, chosen.name)
      return { name: chosen.name, judged: await call<SheetJudgement>('/exports/verify', { method: 'POST', body: form }) }
    },
  })
  return (
    <div className="hq-narrow hq-stack">
      <PageHead title={say('核验导出文件', 'Verify a sheet')} back={{ to: '/reports', title: say('统计', 'Reports') }} />
      <section className="hq-panel hq-stack">
        <p>{say('从本系统导出的 Excel 都带签名。收到一份，可在这里核验它是不是本系统导出的、有没有被改过。', 'Every sheet exported from this house is signed. Hold one you were handed against the house: is it ours, and is it unchanged?')}</p>
        <p className="hq-secondary hq-small">{say('文件只用于核验，不保存。用 Excel 打开看看不影响签名；点过“保存”就不再是原件。', 'The file is looked at and not kept. Looking at it in Excel changes nothing; once saved it is no longer as it left.')}</p>
        <input
          ref={file}
          type="file"
          className="hq-hidden"
          aria-label={say('要核验的文件', 'The file')}
          accept=".xlsx"
          onChange={({ target }) => {
            const [chosen] = target.files ?? []
            target.value = ''
            if (chosen) verify.mutate(chosen)
          }}
        />
        <div className="hq-row">
          <Button type="primary" size="large" loading={verify.isPending} onClick={() => file.current?.click()}>
            {say('选择文件', 'Choose the file')}
          </Button>
        </div>
        {verify.error instanceof ProblemError && <ProblemNotice problem={verify.error} />}
      </section>
      {verify.data && <Result {...verify.data} />}
    </div>
  )
}

function Result({ name, judged: { state, at, kid } }: { name: string; judged: SheetJudgement }): ReactNode {
  const say = useSay()
  const said: Readonly<Record<SheetJudgement['state'], readonly [TagTone, string, string]>> = {
    whole: ['done', say('原件', 'As it left'), say('是本系统导出的，导出后没有改动。', 'It left this house and was not changed since.')],
    changed: ['overdue', say('已被改动', 'Changed'), say('带有本系统的签名，但内容与签名不符：有人改过。请向提供人要原件。', 'It bears a signature of this house, but not for this content: somebody changed it. Ask for the one that left.')],
    unsigned: ['soon', say('没有签名', 'Unsigned'), say('不是本系统导出的，或导出后被另存过。不能当作原件。', 'It did not leave this house, or was saved anew since. It cannot be taken for what left.')],
    foreign: ['soon', say('别处签名', 'Not ours'), say('由另一套系统的密钥签名，本系统不认识。请到签发的单位核验。', 'It is signed by a key this house does not know. Have it verified where it was signed.')],
  }
  const [tone, title, says] = said[state]
  return (
    <output className="hq-panel hq-stack">
      <p>
        <StateTag tone={tone}>{title}</StateTag> <strong>{name}</strong>
      </p>
      <p>{says}</p>
      {at !== null && <p className="hq-secondary hq-small">{say(`签发时间 ${instantText(at, say)} · 公钥 ${kid ?? ''}`, `Signed ${instantText(at, say)} · key ${kid ?? ''}`)}</p>}
    </output>
  )
}
