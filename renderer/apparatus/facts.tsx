import { emendationKinds } from '../../core/apparatus/emendation'
import type { Session } from '../state/session'

/** How many places were emended, by kind, and how many slips are marked. */
export function Counts({ session }: { session: Session }) {
  const { edition } = session.messages.value
  const { emendations, sic } = session.open.publication.build
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
export function Identity({ session }: { session: Session }) {
  const { app, document, open } = session
  const { provenance: wording } = session.messages.value.edition
  const { converter, overrides } = open.publication.build
  const rows: readonly (readonly [string, string])[] = [
    [wording.document, document.id],
    [wording.digest, document.digest],
    [wording.length, wording.lengthOf(document.length, document.placed.length)],
    [wording.converter, `${converter.name} ${converter.version}`],
    [wording.overrides, String(overrides)],
    [wording.app, app.version],
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
