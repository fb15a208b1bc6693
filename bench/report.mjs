// Tables, for a terminal and in Markdown.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

export const mebibytes = bytes => (bytes / 2 ** 20).toFixed(bytes < 100 * 2 ** 20 ? 1 : 0)
export const seconds = time => time < 0.1 ? time.toFixed(4) : time < 10 ? time.toFixed(2) : time.toFixed(1)
export const seconds_more = time => `${time < 0 ? '−' : '+'}${seconds(Math.abs(time))}`
export const counted = number => number.toLocaleString('en-GB')

// A value held against what it should be at most.
export function judged(says, value, most, written = value.toFixed(2)) {
  return [says, written, most === undefined ? '' : `at most ${most.says ?? most}`,
    most === undefined ? '' : value <= (most.value ?? most) ? 'ok' : 'not ok']
}

export function figures_table(title, figures, columns = {}) {
  const extra = Object.entries(columns)
  return {
    title, head: ['', 'seconds', 'least to most', 'CPU seconds', 'peak MiB', 'runs', ...extra.map(([name]) => name)], numbers: true,
    rows: figures.map((figure, index) => [figure.name, ...(figure.failed ? [figure.failed, '', '', '', ''] :
      [seconds(figure.wall), `${seconds(figure.least)} to ${seconds(figure.most)}`, seconds(figure.cpu), mebibytes(figure.peak), String(figure.runs)]),
      ...extra.map(([, values]) => values[index] ?? '')]),
  }
}

export const ratios_table = (title, rows) => ({ title, head: ['', 'measured', 'wanted', ''], rows })

function in_columns({ title, head, rows, numbers }) {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map(row => row[column].length)))
  const line = row => row.map((cell, column) => numbers && column > 0 ? cell.padStart(widths[column]) : cell.padEnd(widths[column])).join('  ').trimEnd()
  return `${title}\n${[head, ...rows].map(row => `  ${line(row)}`).join('\n')}\n`
}

function in_markdown({ title, head, rows, numbers }) {
  const line = row => `| ${row.join(' | ')} |`
  return `### ${title}\n\n${line(head)}\n${line(head.map((_, column) => numbers && column > 0 ? '---:' : '---'))}\n${rows.map(line).join('\n')}\n`
}

const stages_text = ({ title, text }) => `${title}\n${text.replace(/^(?=.)/gm, '  ')}\n`
const stages_markdown = ({ title, text }) => `### ${title}\n\n${text.replace(/^(?=.)/gm, '    ')}\n`

export class Report {
  parts = []

  // A table, or a title and a text as a program wrote it; shown at once.
  add(part) {
    this.parts.push(part)
    console.log(part.text === undefined ? in_columns(part) : stages_text(part))
  }

  // Puts the tables between the marks of a file, or makes the file of them.
  write_markdown(file, heading) {
    const begin = '<!-- results -->', end = '<!-- end of results -->'
    const tables = this.parts.map(part => part.text === undefined ? in_markdown(part) : stages_markdown(part))
    const results = `${begin}\n\n${heading}\n\n${tables.join('\n')}\n${end}`
    const old = existsSync(file) ? readFileSync(file, 'utf8') : `${begin}${end}\n`
    const from = old.indexOf(begin), to = old.indexOf(end)
    if (from < 0 || to < from) throw new Error(`${file} has no ${begin} and ${end}`)
    writeFileSync(file, old.slice(0, from) + results + old.slice(to + end.length))
  }
}
