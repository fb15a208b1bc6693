// The words of the corpora: sentences about commissioning that nobody has meant, the same for the same seed everywhere.

// Mulberry32: numbers that do not depend on the machine or on the version of Node.js.
export function numbers(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = limit => next() % limit
  return { below, one_of: list => list[below(list.length)] }
}

const subjects = ['The partnership', 'Each locality', 'A named officer', 'The review group', 'Every provider', 'The finance team',
  'A family', 'The neighbourhood', 'The council', 'A young person', 'The host organisation', 'Each ward', 'The steering group',
  'A carer', 'The panel', 'Every school', 'The health trust', 'A tenant', 'The procurement desk', 'The analyst']
const verbs = ['weighs', 'publishes', 'revisits', 'sets out', 'pays for', 'asks about', 'tests', 'shares', 'draws up', 'checks',
  'keeps', 'explains', 'agrees', 'counts', 'renews', 'closes', 'looks after', 'compares', 'reports on', 'questions']
const adjectives = ['local', 'joint', 'yearly', 'shared', 'early', 'lasting', 'rural', 'urban', 'open', 'steady', 'plain', 'agreed',
  'costed', 'fair', 'timely', 'lawful', 'balanced', 'recent', 'nearby', 'mutual', 'seasonal', 'tested', 'patient', 'useful',
  'formal', 'modest', 'public', 'careful', 'trusted', 'prudent', 'mobile', 'daily', 'wider', 'direct', 'specific', 'humane',
  'gradual', 'binding', 'sensible', 'visible']
const nouns = ['waiting list', 'visit', 'forecast', 'timetable', 'home', 'playground', 'budget line', 'answer', 'question', 'figure',
  'meeting', 'journey', 'building', 'complaint', 'letter', 'survey', 'library', 'clinic', 'kitchen', 'bus route', 'rota',
  'workshop', 'helpline', 'garden', 'grant', 'mentor', 'interpreter', 'handover', 'lesson', 'doorstep']
const term_nouns = ['brokerage', 'covenant', 'appraisal', 'lotting', 'stewardship', 'gateway', 'benchmark', 'tariff', 'mandate',
  'escrow', 'scrutiny', 'pathway', 'prospectus', 'protocol', 'concordat', 'safeguard', 'baseline', 'allotment', 'compact',
  'portfolio', 'dividend', 'threshold', 'remittance', 'charter', 'register']
const tails = ['before the spring forecast is due', 'with families at the table', 'when the autumn figures arrive',
  'and writes down what was learnt', 'so that nobody has to ask twice', 'as the last inspection advised',
  'without waiting for the next round', 'in words that anybody can follow', 'once the neighbours have been heard',
  'unless a partner objects within ten days', 'for as long as the money lasts', 'and says who will answer for it',
  'even where demand is thin', 'after the winter pressures have passed', 'by the end of the second quarter']

export const most_terms = adjectives.length * term_nouns.length

export function term_title(index) {
  return `${adjectives[index % adjectives.length]} ${term_nouns[Math.floor(index / adjectives.length)]}`
}

// Every twentieth term has one, of letters that no word has: QAB, QAC …
export function term_abbreviation(index) {
  if (index % 20 !== 0) return undefined
  const letter = number => String.fromCharCode(65 + number % 26)
  return `Q${letter(Math.floor(index / 20 / 26))}${letter(index / 20)}X`
}

export const capitalised = text => text[0].toUpperCase() + text.slice(1)

export function phrase(random) {
  return `${random.one_of(adjectives)} ${random.one_of(nouns)}`
}

export function sentence(random) {
  const owned = random.below(6) === 0 ? `${random.one_of(nouns)}'s ` : ''
  return `${random.one_of(subjects)} ${random.one_of(verbs)} the ${owned}${phrase(random)} and the ${random.one_of(nouns)} ` +
    `${random.one_of(tails)}.`
}

// A sentence that uses a term of the glossary, by its abbreviation where the chance falls so.
export function term_sentence(random, term) {
  const short = random.below(2) === 0 ? term_abbreviation(term) : undefined
  return `${random.one_of(subjects)} ${random.one_of(verbs)} the ${short ?? term_title(term)} ${random.one_of(tails)}.`
}

// The text of a page in blocks; a block is a list of texts and of links to pages, which are numbers. Every kind of site
// writes the links in its own way. All terms stand in the pages from the first to the one of the last term's number.
export function page_blocks(page, pages, terms, random) {
  const blocks = []
  for (let part = 0; part < 5; ++part) {
    blocks.push([`## ${capitalised(phrase(random))}, part ${part + 1}`])
    for (let paragraph = 0; paragraph < 3; ++paragraph) {
      const term = part + paragraph === 0 ? page % terms : random.below(terms)
      blocks.push([[sentence(random), sentence(random), term_sentence(random, term), sentence(random)].join(' ') +
        ` See **${phrase(random)}** and `, random.below(pages), '.'])
    }
    const entries = []
    for (let entry = 0; entry < 5; ++entry) entries.push(`- ${capitalised(phrase(random))}: ${sentence(random)}`)
    blocks.push([entries.join('\n')])
  }
  const rows = ['| What is done | Who answers for it | Pounds |', '| --- | --- | ---: |']
  for (let row = 0; row < 10; ++row)
    rows.push(`| ${capitalised(phrase(random))} | ${random.one_of(subjects)} | ${random.below(900000) + 1000} |`)
  blocks.push([rows.join('\n')])
  blocks.push([[sentence(random), sentence(random), sentence(random), sentence(random)].join(' ')])
  return blocks
}
