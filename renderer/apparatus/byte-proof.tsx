import { type ByteCell, byteCells } from '../../core/apparatus/byte-cells'
import type { ByteProof } from '../../core/apparatus/emendation'
import { useMessages } from '../state/preferences'

interface ByteProofProps {
  readonly proof: ByteProof
  /** What stands in the source. */
  readonly found: string
}

/** The bytes as they survive and as they were, each pair under the character that it makes. */
export function ByteProofView({ proof, found }: ByteProofProps) {
  const { remark: words } = useMessages().edition
  const { lost, damaged, restored } = byteCells(proof, found)
  const [first, ...rest] = restored
  return (
    <dl class="bytes">
      <dt>{words.asStored}</dt>
      <dd lang="zh-Hant">
        <span class="byte-cell" data-lost>
          <span>?</span>
          <code>{words.lost}</code>
        </span>
        {damaged.map((cell, i) => (
          <Cell key={`${i} ${cell.bytes}`} cell={cell} dropped={words.dropped} />
        ))}
      </dd>
      <dt>{words.restored}</dt>
      <dd lang="zh-Hant">
        {first && (
          <span class="byte-cell">
            <span>{first.character}</span>
            <code>
              <b>{lost}</b>
              {first.bytes.slice(lost.length)}
            </code>
          </span>
        )}
        {rest.map((cell, i) => (
          <Cell key={`${i} ${cell.bytes}`} cell={cell} dropped={words.dropped} />
        ))}
      </dd>
    </dl>
  )
}

function Cell({ cell, dropped }: { cell: ByteCell; dropped: string }) {
  return (
    <span
      class="byte-cell"
      data-dropped={cell.character === undefined}
      title={cell.character === undefined ? dropped : undefined}
    >
      <span>{cell.character ?? '　'}</span>
      <code>{cell.bytes}</code>
    </span>
  )
}
