import { emendationKinds } from '../../core/apparatus/emendation'
import type { OpenDocument } from '../../core/publication/open-document'
import { useMessages } from '../state/preferences'

/** How many places were emended, by kind, and how many slips are marked. */
export function Counts({ open }: { open: OpenDocument }) {
  const { edition } = useMessages()
  const { emendations, sic } = open.publication.build
  return (
    <table class="counts">
      <tbody>
        {emendationKinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">{edition.kinds[kind]}</th>
            <td class="number">{emendations[kind]}</td>
            <td>{edition.provenance.done[kind]}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{edition.kinds.sic}</th>
          <td class="number">{sic}</td>
          <td>{edition.provenance.done.sic}</td>
        </tr>
      </tbody>
    </table>
  )
}

/** What tells this edition from any other, and what it was made with. */
export function Identity({ open, version }: { open: OpenDocument; version: string }) {
  const { document } = open
  const { provenance: wording } = useMessages().edition
  const { converter, overrides } = open.publication.build
  const rows: readonly (readonly [string, string])[] = [
    [wording.document, document.id],
    [wording.digest, document.digest],
    [wording.length, wording.lengthOf(document.length, document.placed.length)],
    [wording.converter, `${converter.name} ${converter.version}`],
    [wording.overrides, String(overrides)],
    [wording.app, version],
  ]
  return (
    <dl class="identity">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
