// Writes the corpora of the benchmark, the same for the same numbers on every machine.
//   node bench/corpus.mjs pages FOLDER N    N pages in 20 areas, as sites of the same text:
//     framewright/   the theme Civic, with a glossary of up to 1,000 terms
//     no-glossary/   the same without the glossary
//     plain/         the same with templates as plain as Hugo's, without glossary, search and curved quotation marks
//     hugo/, eleventy/
//   node bench/corpus.mjs items FOLDER N    N items of six types with ten references each
import { cpSync, existsSync, linkSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { capitalised, most_terms, numbers, page_blocks, phrase, sentence, term_abbreviation, term_title } from './text.mjs'

const areas = 20
const seed = 20270401
const sites = fileURLToPath(new URL('sites/', import.meta.url))

const area_of = page => page % areas + 1
const page_title = page => `Page ${page + 1}`

// Writes files below a folder, each of its folders made once.
function writer(root) {
  const made = new Set()
  const place = file => {
    const whole = path.join(root, file), folder = path.dirname(whole)
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    made.add(folder)
    return whole
  }
  return {
    write: (file, text) => writeFileSync(place(file), text),
    // A second name of a file takes neither time nor memory.
    link: (from, file) => linkSync(from, place(file)),
  }
}

const text_of = (blocks, link) =>
  blocks.map(block => block.map(part => typeof part === 'number' ? link(part) : part).join('')).join('\n\n') + '\n'

const framewright_page = (page, summary, text) => `+++
title        = "${page_title(page)}"
summary      = "${summary}"
order        = ${page + 1}
published_on = 2025-03-03
review_by    = 2027-04-01
+++

${text}`

const hugo_page = (page, summary, text) => `+++
title       = "${page_title(page)}"
description = "${summary}"
weight      = ${page + 1}
date        = 2025-03-03
review      = "2027-04-01"
+++

${text}`

const eleventy_page = (page, summary, text) => `---
title: "${page_title(page)}"
description: "${summary}"
order: ${page + 1}
area: ${area_of(page)}
date: 2025-03-03
review: "2027-04-01"
layout: page.njk
---

${text}`

function framewright_config(extra = '') {
  let toml = `title    = "Bench"\nbase_url = "https://bench.example/"\n${extra}`
  for (let area = 1; area <= areas; ++area)
    toml += `\n[type.area_${area}]\nfolder       = "area-${area}"\nlabel        = ["page", "pages"]\n` +
      `heading      = "Area ${area}"\nstands_alone = true\n`
  return toml
}

function glossary(terms) {
  const random = numbers(seed + 1)
  let toml = ''
  for (let term = 0; term < terms; ++term) {
    const short = term_abbreviation(term)
    toml += `[${term_title(term).replaceAll(' ', '-')}]\ntitle = "${capitalised(term_title(term))}"\n` +
      (short ? `abbreviation = "${short}"\n` : '') + `text = """\n${sentence(random)}\n"""\n\n`
  }
  return toml
}

function write_frames(folder, terms) {
  for (const kind of ['hugo', 'eleventy', 'plain']) cpSync(path.join(sites, kind), path.join(folder, kind), { recursive: true })
  const { write } = writer(folder)
  const plain = '\n[search]\nenabled = false\n\n[markdown]\nsmart_quotes = false\nlink_terms = false\n'
  write('framewright/site.toml', framewright_config())
  write('no-glossary/site.toml', framewright_config())
  write('plain/site.toml', framewright_config(plain))
  write('framewright/content/glossary/terms.toml', glossary(terms))
  for (const kind of ['framewright', 'no-glossary', 'plain']) write(`${kind}/content/index.md`, '+++\ntitle = "Bench"\n+++\n\nAll areas.\n')
  write('hugo/content/_index.md', '+++\ntitle = "Bench"\n+++\n\nAll areas.\n')
  const entries = Array.from({ length: areas }, (_, i) => `- [Area ${i + 1}](/area-${i + 1}/)`).join('\n')
  write('eleventy/content/index.md', `---\nlayout: base.njk\n---\n# Bench\n\nAll areas.\n\n${entries}\n`)
  for (let area = 1; area <= areas; ++area) {
    const says = `All pages of area ${area}.\n`
    for (const kind of ['framewright', 'no-glossary', 'plain'])
      write(`${kind}/content/area-${area}/index.md`, `+++\ntitle = "Area ${area}"\n+++\n\n${says}`)
    write(`hugo/content/area-${area}/_index.md`, `+++\ntitle = "Area ${area}"\n+++\n\n${says}`)
    write(`eleventy/content/area-${area}/index.md`, `---\ntitle: Area ${area}\nof: ${area}\nlayout: area.njk\n---\n\n${says}`)
  }
}

function write_pages(folder, count) {
  const terms = Math.min(most_terms, count)
  const random = numbers(seed), { write, link } = writer(folder)
  write_frames(folder, terms)
  for (let page = 0; page < count; ++page) {
    const file = `content/area-${area_of(page)}/page-${page + 1}.md`
    const summary = sentence(random), blocks = page_blocks(page, count, terms, random)
    const named = to => `[${page_title(to).toLowerCase()}]`, place = to => `area-${area_of(to)}/page-${to + 1}`
    write(`framewright/${file}`, framewright_page(page, summary, text_of(blocks, to => `${named(to)}(../${place(to)}.md)`)))
    for (const kind of ['no-glossary', 'plain']) link(path.join(folder, 'framewright', file), `${kind}/${file}`)
    write(`hugo/${file}`, hugo_page(page, summary, text_of(blocks, to => `${named(to)}({{< relref "/${place(to)}.md" >}})`)))
    write(`eleventy/${file}`, eleventy_page(page, summary, text_of(blocks, to => `${named(to)}(/${place(to)}/)`)))
  }
}

// The kinds of item: their folder, the id of the number k from 1, and what front matter links to. Item k of a kind is linked
// from item k of another, so that nothing is left uncovered; the kinds have the same number of items, strategies the rest.
const kinds = {
  strategy: { folder: 'strategies', id: k => `strategy-${k}`, links: { principles: ['principle'], standards: ['standard'], outcomes: ['outcome'], needs: ['need', 'need'] } },
  principle: { folder: 'principles', id: k => `P${k}`, links: {} },
  standard: { folder: 'standards', id: k => `S${k}`, links: { realises: ['principle', 'principle'] }, more: 'reviewed_on = 2026-05-04\n' },
  outcome: { folder: 'outcomes', id: k => `outcome-${k}`, links: { measured_by: ['indicator', 'indicator', 'indicator'] } },
  need: { folder: 'needs', id: k => `need-${k}`, links: { affects: ['outcome', 'outcome'], evidence: ['indicator', 'indicator'] } },
  indicator: { folder: 'indicators', id: k => `indicator-${k}`, links: { evidences: ['outcome', 'standard', 'need'] } },
}
const references = 10

function item_text(kind, k, title, sizes, random) {
  const names = Object.keys(kinds)
  const drawn = of => 1 + random.below(sizes[of])
  let written = 0, front = ''
  for (const [link, of] of Object.entries(kinds[kind].links)) {
    const numbers_of = new Set()
    for (const type of of) {
      let number = numbers_of.size === 0 && k <= sizes[type] ? k : drawn(type)
      while (numbers_of.has(`${type} ${number}`)) number = number % sizes[type] + 1
      numbers_of.add(`${type} ${number}`)
    }
    const ids = [...numbers_of].map(name => { const [type, number] = name.split(' '); return `"${kinds[type].id(Number(number))}"` })
    front += `${link} = [${ids.join(', ')}]\n`
    written += ids.length
  }
  const cited = []
  for (; written < references; ++written) {
    const type = cited.length === 0 ? 'strategy' : random.one_of(names), number = cited.length === 0 ? k % sizes.strategy + 1 : drawn(type)
    cited.push(written % 5 === 4 ? `[[${title(type, number)}]]` : `[[${kinds[type].id(number)}]]`)
  }
  const text = cited.map(reference => `${sentence(random)} This follows from ${reference}.`).join(' ')
  return `+++\ntitle = "${title(kind, k)}"\n${kinds[kind].more ?? ''}${front}+++\n\n${text}\n`
}

function write_items(folder, count) {
  const random = numbers(seed + 2), { write } = writer(folder), names = Object.keys(kinds)
  const each = Math.floor(count / names.length)
  const sizes = Object.fromEntries(names.map(kind => [kind, kind === 'strategy' ? count - each * (names.length - 1) : each]))
  const title = (kind, k) => `The ${kind} for matter ${k}`
  write('site.toml', 'title = "Bench"\nbase_url = "https://bench.example/"\n')
  for (const kind of names)
    for (let k = 1; k <= sizes[kind]; ++k)
      write(`content/${kinds[kind].folder}/${kinds[kind].id(k)}.md`, item_text(kind, k, title, sizes, random))
}

const [kind, folder, count] = process.argv.slice(2)
const write_corpus = { pages: write_pages, items: write_items }[kind]
if (!write_corpus || !folder || !(Number(count) >= 30)) {
  console.error('usage: node bench/corpus.mjs pages|items FOLDER N   (N at least 30)')
  process.exit(2)
}
if (existsSync(folder)) {
  console.error(`${folder} is there already, so nothing was written`)
  process.exit(2)
}
write_corpus(folder, Number(count))
