/** The name under which our own figures stand among the rows. */
export const OURS = 'cloakroom'

const HEAD = '| | Cloakroom | peer | of the peer | Cloakroom ÷ peer |\n| --- | ---: | --- | ---: | ---: |\n'

/** Markdown: each of our figures beside that of each peer which has it too. */
export function table(rows) {
  const names = [...new Set(rows.map(nameOf))]
  return (
    HEAD +
    names
      .flatMap((name) =>
        linesOf(
          name,
          rows.filter((row) => nameOf(row) === name),
        ),
      )
      .join('')
  )
}

const nameOf = ({ figure, unit }) => `${figure}, ${unit}`

function linesOf(name, rows) {
  const ours = rows.find((row) => row.peer === OURS)
  const peers = rows.filter((row) => row !== ours)
  return peers.length ? peers.map((peer) => line(name, ours, peer)) : [line(name, ours)]
}

const line = (name, ours, peer) =>
  `| ${[name, cell(ours), peer?.peer ?? '', cell(peer), ratio(ours, peer)].join(' | ')} |\n`

function cell(row) {
  if (!row) return ''
  if (row.median === null) return row.note
  return row.n > 1 ? `${number(row.median)} (${number(row.min)} to ${number(row.max)})` : number(row.median)
}

const ratio = (ours, peer) => (ours?.median != null && peer?.median ? number(ours.median / peer.median) : '')

const number = (value) => (Math.abs(value) < 100 ? value.toPrecision(2) : Math.round(value).toString())
