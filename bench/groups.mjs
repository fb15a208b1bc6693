// What is measured, group by group, and what each figure is held against.
import { execFileSync } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { size_of, snapshot, written_between } from './measuring.mjs'
import { counted, figures_table, judged, mebibytes, ratios_table, seconds_more } from './report.mjs'
import { work_of } from './same_work.mjs'

const tenth = { value: 0.1, says: '1/10' }, sixth = { value: 1 / 6, says: '1/6' }
const three_digits = value => value < 0.995 ? value.toPrecision(2) : value.toFixed(2)

// A ratio, or nothing when either was not measured.
function ratio(says, a, b, most, part = 'wall') {
  if (!a || !b || a.failed || b.failed) return []
  return [judged(says, a[part] / b[part], most, three_digits(a[part] / b[part]))]
}

function same_work(bench, cases) {
  const rows = cases.map(({ name, output }) => {
    const work = work_of(output)
    return [name, ...['pages', 'files'].map(part => counted(work[part])), mebibytes(work.bytes),
      ...['links', 'dead', 'headings', 'contents', 'neighbours', 'cells'].map(part => name === 'Limit' && part === 'dead' ? '–' : counted(work[part]))]
  })
  bench.report.add({
    title: 'What they made', numbers: true, rows,
    head: ['', 'pages', 'files', 'MiB', 'links between pages', 'dead', 'headings with ids', 'contents', 'before and after', 'cells'],
  })
}

function pages(bench) {
  const count = bench.values.few, folder = bench.corpus('pages', count)
  const content = size_of(path.join(folder, 'framewright/content'), '.md').bytes
  const cases = [bench.limit(folder), bench.framewright('Framewright, plain templates', path.join(folder, 'plain')), bench.other('hugo', folder),
    bench.framewright('Framewright, theme and all', path.join(folder, 'framewright')), bench.other('eleventy', folder)]
  const figures = bench.in_turn([...cases, bench.copy('Copy of the output', cases[3].output)])
  const [limit, plain, hugo, full, eleventy, copy] = figures
  bench.few = { plain, full, hugo, eleventy, limit }
  bench.report.add(figures_table(`${counted(count)} pages, ${mebibytes(content)} MiB of Markdown`, figures))
  bench.report.add(ratios_table(`Ratios of ${counted(count)} pages`, [
    ...ratio('Time: plain templates / limit', plain, limit, 1.5),
    ...ratio('Time: plain templates / Hugo', plain, hugo, tenth),
    judged('Peak memory: plain templates / bytes of content', plain.peak / content, 3),
    ...ratio('Peak memory: plain templates / Hugo', plain, hugo, tenth, 'peak'),
    ...ratio('Time: theme and all / limit', full, limit, 2.5),
    ...ratio('Time: theme and all / Hugo', full, hugo, sixth),
    ...ratio('Time: theme and all / Eleventy', full, eleventy),
    ...ratio('Time: theme and all / copy of its output', full, copy),
  ]))
  same_work(bench, cases.filter(({ name }) => !figures.find(figure => figure.name === name).failed))
  bench.add_timings(`Stages: plain templates, ${counted(count)} pages`, path.join(folder, 'plain'))
  bench.add_timings(`Stages: theme and all, ${counted(count)} pages`, path.join(folder, 'framewright'))
  bench.remove(folder)
}

// A cold build, the same again, and after a change of one page.
function again(bench) {
  const count = bench.values.few, folder = bench.corpus('pages', count)
  for (const [kind, words] of [['framewright', 'theme and all'], ['plain', 'plain templates']]) {
    const site = path.join(folder, kind), output = path.join(site, 'public')
    let before
    const written = { again: 0, changed: 0 }
    const counting = (name, step) => ({
      before: () => {
        if (name === 'changed') bench.change(path.join(site, 'content/area-1/page-1.md'))
        before = snapshot(output)
      },
      after: () => (written[name] = Math.max(written[name], written_between(before, snapshot(output)))), ...step,
    })
    const figures = bench.in_turn([bench.framewright('Cold', site), bench.framewright('Unchanged', site, counting('again')),
      bench.framewright('One page changed', site, counting('changed'))])
    const [cold, unchanged, changed] = figures
    bench.report.add(figures_table(`Built again: ${words}, ${counted(count)} pages`, figures, { 'files written': ['', counted(written.again), counted(written.changed)] }))
    bench.report.add(ratios_table(`Ratios of builds again: ${words}`, [
      ...ratio('Time: unchanged / cold', unchanged, cold, 0.35),
      judged('Files written when unchanged', written.again, 0, String(written.again)),
      ...ratio('Time: one page changed / cold', changed, cold, 0.1),
    ]))
  }
  bench.remove(folder)
}

// How often another program is run on the larger site, by what it took on the smaller one: not at all when it would not find
// enough memory even if it collected all its garbage, which is a quarter of its peak (so measured of Hugo).
function runs_on_larger(bench, small, factor) {
  const needed = 0.75 * small.peak * factor
  if (small.failed) return { runs: 0 }
  if (needed > os.freemem()) return { runs: 0, why_not: `not run: may need ${Math.round(needed / 2 ** 30)} GiB` }
  return { runs: Math.min(bench.values['many-runs'], bench.values.runs) }
}

// Sites of this size are removed as soon as they are measured, since they would fill the memory.
function growth(bench) {
  if (!bench.few) pages(bench)
  const count = bench.values.many, folder = bench.corpus('pages', count), factor = count / bench.values.few
  const content = size_of(path.join(folder, 'framewright/content'), '.md').bytes
  const fleeting = each => ({ ...each, after: () => bench.remove(each.output) })
  const figures = bench.in_turn([bench.limit(folder), bench.framewright('Framewright, plain templates', path.join(folder, 'plain')),
    bench.other('hugo', folder, runs_on_larger(bench, bench.few.hugo, factor)), bench.framewright('Framewright, theme and all', path.join(folder, 'framewright')),
    bench.other('eleventy', folder, runs_on_larger(bench, bench.few.eleventy, factor))].map(fleeting))
  const [limit, plain, hugo, full, eleventy] = figures, { few } = bench
  const most = { value: 1.1 * factor, says: (1.1 * factor).toFixed(1).replace(/\.0$/, '') }
  bench.report.add(figures_table(`${counted(count)} pages, ${mebibytes(content)} MiB of Markdown`, figures))
  bench.report.add(ratios_table(`Growth: ${counted(count)} pages / ${counted(bench.values.few)}`, [
    ...ratio('Time: plain templates', plain, few.plain, most),
    ...ratio('Time: theme and all', full, few.full, most),
    ...ratio('Time: limit', limit, few.limit),
    ...ratio('Time: Hugo', hugo, few.hugo),
    ...ratio('Time: Eleventy', eleventy, few.eleventy),
  ]))
  bench.report.add(ratios_table(`Ratios of ${counted(count)} pages`, [
    ...ratio('Time: plain templates / limit', plain, limit),
    ...ratio('Time: plain templates / Hugo', plain, hugo),
    ...ratio('Time: theme and all / limit', full, limit),
    ...ratio('Time: theme and all / Hugo', full, hugo),
    judged('Peak memory: plain templates / bytes of content', plain.peak / content),
    judged('Peak memory: theme and all / bytes of content', full.peak / content),
  ]))
  bench.add_timings(`Stages: theme and all, ${counted(count)} pages`, path.join(folder, 'framewright'))
  bench.remove(folder)
}

function glossary(bench) {
  const count = bench.values.few, folder = bench.corpus('pages', count), terms = Math.min(1000, count)
  const figures = bench.in_turn([bench.framewright('Without a glossary', path.join(folder, 'no-glossary')),
    bench.framewright(`With ${counted(terms)} terms`, path.join(folder, 'framewright'))])
  const [without, with_terms] = figures
  bench.report.add(figures_table(`Glossary of ${counted(terms)} terms, ${counted(count)} pages`, figures))
  bench.report.add(ratios_table('Ratio of the glossary', ratio('Time: with terms / without', with_terms, without, 1.1)))
  bench.remove(folder)
}

function items(bench) {
  const count = bench.values.items, folder = bench.corpus('items', count), content = path.join(folder, 'content')
  const figures = bench.in_turn([
    { name: 'Read, parse Markdown', command: [bench.tool('limit'), 'parse', bench.threads, content] },
    { name: 'Read, parse Markdown and TOML', command: [bench.tool('limit'), 'parse-all', bench.threads, content] },
    { ...bench.framewright('framewright check', folder), command: [bench.program, 'check', '--site', folder, ...bench.options()] },
  ])
  const [markdown, all, check] = figures
  bench.report.add(figures_table(`${counted(count)} items, ${counted(10 * count)} references`, figures))
  bench.report.add(ratios_table('Ratios of the check', [
    ...ratio('Time: check / read, parse Markdown and TOML', check, all, 2),
    ...ratio('Time: check / read, parse Markdown', check, markdown),
  ]))
  bench.remove(folder)
}

function register(bench) {
  const few = bench.values['contracts-few'], many = bench.values.contracts, colds = []
  for (const count of [few, many]) {
    const site = path.join(bench.folder, `register-${count}`)
    execFileSync(bench.tool('register_rows'), [site, String(count)])
    const cold = bench.framewright('Cold', site)
    const figures = bench.in_turn([cold, bench.framewright('Unchanged', site, { again: true }), bench.copy('Copy of the output', cold.output)])
    const { files, bytes } = size_of(cold.output)
    bench.report.add(figures_table(`Register of ${counted(count)} contracts`, figures, { files: [counted(files)], 'MiB written': [mebibytes(bytes)] }))
    bench.add_timings(`Stages: register of ${counted(count)} contracts`, site)
    colds.push(figures)
    bench.remove(site)
  }
  const [[cold_few], [cold, unchanged, copy]] = colds
  bench.report.add(ratios_table('Ratios of the register', [
    ...ratio(`Time: ${counted(many)} contracts / ${counted(few)}`, cold, cold_few),
    ...ratio(`Time: ${counted(many)} contracts / copy of the output`, cold, copy),
    ...ratio('Time: unchanged / cold', unchanged, cold),
  ]))
}

function start(bench) {
  const site = path.join(bench.corpus('pages', 30), 'framewright')
  const figures = bench.measuring.in_turn([{ name: 'A program that does nothing', command: ['true'] },
    { name: 'framewright --help', command: [bench.program, '--help'] }, bench.framewright('A site of 30 pages', site)], 21)
  const [, help, small] = figures, ms = time => `${(1000 * time).toFixed(1)} ms`
  bench.report.add(figures_table('Start', figures))
  bench.report.add(ratios_table('Start, by itself', [
    judged('Time: framewright --help', help.wall, { value: 0.01, says: '10 ms' }, ms(help.wall)),
    judged('CPU time: a site of 30 pages', small.cpu, { value: 0.05, says: '50 ms' }, ms(small.cpu)),
  ]))
}

// What a disk adds to a cold build in memory.
function disk(bench) {
  const count = bench.values.few, to = path.resolve(bench.values.disk, 'run')
  if (bench.is_in_memory(to)) {
    console.log(`${to} is in memory, so a disk is not measured.\n`)
    return
  }
  const folder = bench.corpus('pages', count), site = path.join(folder, 'framewright')
  const built = bench.framewright('Theme and all, to a disk', site), there = path.join(to, 'public'), limit = bench.limit(folder, { name: 'Limit, in memory' })
  const on_disk = { ...limit, name: 'Limit, to a disk', command: [...limit.command.slice(0, -1), path.join(to, 'limit')], before: () => bench.remove(path.join(to, 'limit')) }
  const figures = bench.measuring.in_turn([limit, on_disk, bench.framewright('Theme and all, in memory', site),
    { ...built, command: [...built.command, '--output', there], before: () => { built.before(); bench.remove(there) } }], 1)
  const added = [0, 2].flatMap(at => ['', seconds_more(figures[at + 1].wall - figures[at].wall)])
  bench.report.add(figures_table(`What a disk adds, ${counted(count)} pages`, figures, { 'added by the disk': added }))
  bench.remove(to)
  bench.remove(folder)
}

export const groups = { start, pages, again, glossary, growth, items, register, disk }
