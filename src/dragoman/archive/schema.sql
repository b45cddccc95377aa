-- The archive's contract. One SQLite file; every table an analyst reads stands here with its meaning.
--
-- Spans are half-open [start, end) in Unicode code points into documents.text.
-- A column of type json that is called spans holds [[start, end], ...]; lists of actors are arrays of
-- actor ids. A boolean is 0 or 1.
-- A table marked "evidence" is only ever appended to (triggers below refuse anything else) and loses
-- rows only when a document is deleted, which leaves a tombstone. A table marked "collated" is
-- derived from evidence and may be made again at any time. "later" tables are part of the contract
-- and empty until the reader that fills them lands.
--
-- A table without rowid has the columns of its key first: where they stand elsewhere, SQLite 3.40.0
-- to 3.41.0 reports nulls that are not there (PRAGMA integrity_check, which check runs).
--
-- This file is also the source of the data dictionary: the comment above a table and the comment
-- behind a column are what `dragoman export` and the documentation print.

-- One row per fact about the file itself: schema, the version that made it, who is writing.
-- kept: housekeeping
create table about (
  key text primary key,              -- name of the fact
  value text not null                -- its value
) without rowid;

-- One row per call of `read`: how the archive came to be.
-- kept: housekeeping
create table runs (
  run integer primary key,           -- 1, 2, 3 ...
  version text not null,             -- Dragoman that read
  settings json not null,            -- JSON of the settings
  models json not null,              -- JSON of model names, versions and hashes
  started text not null,             -- UTC, ISO 8601
  finished text,                     -- UTC, ISO 8601; null when the run was interrupted
  inputs json                        -- JSON: how many inputs were accepted, partly, refused, duplicate
);

-- How each input ended: a file, or one record of a container (a row, a feed entry, a WARC record).
-- kept: evidence
create table inputs (
  path text not null,                -- as the user named it
  member text not null,              -- record inside a container, '' for a whole file
  bytes integer not null,            -- size
  sha256 text not null,              -- of the bytes
  format text not null,              -- name of the source format, '' if none fitted
  encoding text not null,            -- character encoding as read, '' if none
  verdict text not null check (verdict in ('accepted', 'partly', 'refused', 'duplicate')), -- outcome
  code text not null,                -- reason code of a closed list; OK when accepted
  reason text not null,              -- the reason in words
  doc text,                          -- the document it became, or of which it is a duplicate
  run integer not null references runs (run), -- in which run
  primary key (path, member, sha256)
);

-- Files that hold records and have been read to their end.
-- kept: housekeeping
create table containers (
  path text not null,                -- as the user named it
  sha256 text not null,              -- of the whole file
  records integer not null,          -- records found
  primary key (path, sha256)
) without rowid;

-- A document: one piece of coverage, untouched, and what is known of it. Null where it does not say.
-- kept: evidence
create table documents (
  rowid integer primary key,         -- internal number, joins the full-text index
  doc text not null unique,          -- readable unique slug; the file's stem for a file
  path text not null,                -- where it was read from (with !member inside a container)
  url text,                          -- address it states
  title text,                        -- headline
  outlet text,                       -- who published it
  agency text,                       -- wire agency credited
  republished_from text,             -- publisher it says it first stood with
  byline text,                       -- author or authors
  published text,                    -- ISO date, cut to its precision
  published_precision text not null check (published_precision in ('day', 'month', 'year', 'none')), -- how much of it is known
  published_at text,                 -- ISO 8601 date and time, with the offset from UTC if stated; null without a time of day
  language text,                     -- ISO 639-1
  sha256 text not null,              -- of the text in UTF-8
  text text not null,                -- the text; all receipts point here
  chars integer not null,            -- its length in code points
  extra json not null default '{}'   -- JSON: other columns the source carried
);
create index documents_by_hash on documents (sha256);

-- A stretch of a document.
-- kept: evidence
create table passages (
  doc text not null references documents (doc), -- document
  start integer not null,            -- first code point
  "end" integer not null,            -- one past the last
  kind text not null check (kind in ('headline', 'byline', 'dateline', 'body', 'caption', 'boilerplate')), -- what it is
  primary key (doc, start, "end")
) without rowid;

-- A sentence of a document's own words (no boilerplate).
-- kept: evidence
create table sentences (
  doc text not null references documents (doc), -- document
  start integer not null,            -- first code point
  "end" integer not null,            -- one past the last
  primary key (doc, start, "end")
) without rowid;

-- A statement: words or thoughts attributed to someone.
-- kept: evidence, but for speaker and utterance, which are collated
create table statements (
  statement text primary key,        -- id: document and number
  doc text not null references documents (doc), -- document
  source json not null,              -- spans of who is named as saying it; [] if no one
  cue json not null,                 -- spans of the words that attribute
  content json not null,             -- spans of what was said, quotation marks included
  kind text not null check (kind in ('direct', 'indirect', 'mixed')), -- whose words they are
  act text not null check (act in ('speech', 'writing', 'thought', 'intent')), -- said, written, thought or wanted
  speaker text,                      -- actor, or null
  speaker_score real check (speaker_score between 0 and 1), -- how likely the speaker is right; null without one
  denial boolean not null check (denial in (0, 1)), -- 1 when it denies something
  question boolean not null check (question in (0, 1)), -- 1 when it is asked
  demand boolean not null check (demand in (0, 1)), -- 1 when somebody is asked to do it
  made_on text,                      -- ISO date when it was made, or null
  addressee text,                    -- to whom, in the document's words
  venue text,                        -- where or on what occasion, in the document's words
  medium text,                       -- what carried it, in the document's words
  circumstances json not null,       -- JSON: spans of those words: {"when", "addressee", "venue", "medium"}, as far as told
  utterance text,                    -- the utterance it words, or null
  score real not null check (score between 0 and 1), -- how likely the row is right
  speaker_figure text                -- the document's own figure behind speaker
) without rowid;
create index statements_by_doc on statements (doc);
create index statements_by_speaker on statements (speaker);
create index statements_by_utterance on statements (utterance);

-- The same thing said once in the world, as all documents that carry it word it.
-- kept: collated
create table utterances (
  utterance text primary key,        -- id
  speaker text,                      -- actor, or null
  documents integer not null,        -- documents that carry it
  families integer not null,         -- independent families among them
  first_doc text not null references documents (doc) -- earliest carrier as far as dates tell
) without rowid;

-- One wording of an utterance against its reference wording.
-- kept: collated
create table variants (
  utterance text not null references utterances (utterance), -- utterance
  statement text not null references statements (statement), -- the wording
  reference_statement text not null references statements (statement), -- the wording it is compared with
  change text not null check (change in ('same', 'punctuation', 'truncated', 'word-changed', 'meaning-changed', 'marks-dropped', 'marks-added', 'attribution-changed', 'translated')), -- how it differs
  edits json not null,               -- JSON: [{"from", "to", "span", "reference_span"}, ...]
  in_quotation_marks boolean not null check (in_quotation_marks in (0, 1)), -- 1 when changed words stand inside marks
  score real not null check (score between 0 and 1), -- how sure it is one utterance
  parent_statement text references statements (statement), -- the wording it was taken from, as the family tree tells; null if none
  appeared boolean not null check (appeared in (0, 1)), -- 1 when these changed words first stand here: no parent of the document has them
  primary key (utterance, statement)
) without rowid;
create index variants_by_statement on variants (statement);
create index variants_by_reference on variants (reference_statement);
create index variants_by_parent on variants (parent_statement);

-- An actor, one id across all documents.
-- kept: collated
create table actors (
  actor text primary key,            -- slug such as state:KOR, org:nato, person:jens-stoltenberg
  name text not null,                -- fullest name
  kind text not null check (kind in ('state', 'organisation', 'person', 'group', 'place', 'agreement', 'law', 'forum', 'exercise', 'other')), -- what it is
  country text,                      -- ISO 3166-1 alpha-3
  sector text,                       -- PLOVER/CAMEO sector code
  aliases json not null              -- JSON: names seen, most frequent first
) without rowid;

-- An actor as one document presents it.
-- kept: evidence, but for actor, which is collated
create table figures (
  doc text not null references documents (doc), -- document
  figure text not null,              -- key inside the document
  name text not null,                -- fullest name there
  kind text not null,                -- as in actors
  country text,                      -- ISO 3166-1 alpha-3
  sector text,                       -- PLOVER/CAMEO sector code
  actor text,                        -- archive-wide actor
  primary key (doc, figure)
) without rowid;

-- An actor named in a document.
-- kept: evidence, but for actor, which is collated
create table mentions (
  doc text not null references documents (doc), -- document
  start integer not null,            -- first code point
  "end" integer not null,            -- one past the last
  figure text not null,              -- the document's own figure
  actor text,                        -- archive-wide actor
  form text not null check (form in ('name', 'nominal', 'pronoun')), -- how it is named
  score real not null check (score between 0 and 1), -- how likely the link is right
  primary key (doc, start, "end", figure)
) without rowid;
create index mentions_by_actor on mentions (actor);

-- An actor's role as a document states it.
-- kept: evidence, but for actor and of, which are collated
create table roles (
  actor text,                        -- who
  role text not null,                -- the role in the document's words
  of text,                           -- actor it is held in
  since text,                        -- ISO date, or null
  until text,                        -- ISO date, or null
  doc text not null references documents (doc), -- document
  start integer not null,            -- first code point
  "end" integer not null,            -- one past the last
  figure text not null,              -- the document's own figure behind actor
  of_figure text,                    -- the document's own figure behind of
  primary key (doc, start, "end", figure, role)
);

-- A time expression.
-- kept: evidence
create table times (
  doc text not null references documents (doc), -- document
  start integer not null,            -- first code point
  "end" integer not null,            -- one past the last
  type text not null check (type in ('DATE', 'TIME', 'DURATION', 'SET')), -- TIMEX3 type
  value text not null,               -- TIMEX3 value
  primary key (doc, start, "end")
) without rowid;

-- An event as one document tells it.
-- kept: later
create table events (
  event text primary key,            -- id
  doc text not null references documents (doc), -- document
  start integer not null,            -- first code point of the clause
  "end" integer not null,            -- one past the last
  trigger json not null,             -- spans of the words that tell it
  type text not null,                -- PLOVER type
  mode text,                         -- PLOVER mode
  contexts json not null,            -- JSON: PLOVER contexts
  status text not null check (status in ('happened', 'planned', 'hypothetical', 'denied')), -- what the document makes of it
  sources json not null,             -- actors who act
  targets json not null,             -- actors acted upon
  date_from text,                    -- ISO date
  date_to text,                      -- ISO date
  place text,                        -- place
  cameo text,                        -- closest CAMEO code
  goldstein real,                    -- Goldstein scale, -10 to 10
  statement text references statements (statement), -- statement it is told in
  incident text,                     -- real-world event it tells
  score real not null check (score between 0 and 1) -- how likely the row is right
) without rowid;
create index events_by_doc on events (doc);

-- A real-world event as all documents together tell it.
-- kept: later
create table incidents (
  incident text primary key,         -- id
  type text not null,                -- PLOVER type
  sources json not null,             -- actors who act
  targets json not null,             -- actors acted upon
  date_from text,                    -- ISO date
  date_to text,                      -- ISO date
  place text,                        -- place
  documents integer not null,        -- documents that tell it
  families integer not null          -- independent families among them
) without rowid;

-- What stands between two actors over time.
-- kept: later
create table ties (
  tie text primary key,              -- id
  subject text not null,             -- actor
  relation text not null,            -- relation of the closed list
  object text not null,              -- actor
  qualifier text,                    -- what it limits or covers, in the source's words
  since text,                        -- ISO date
  until text,                        -- ISO date
  status text not null check (status in ('in force', 'planned', 'proposed', 'ended', 'denied')), -- whether it holds
  voice text not null,               -- 'author', or the speaker's actor
  documents integer not null,        -- documents that say it
  families integer not null,         -- independent families among them
  score real not null check (score between 0 and 1) -- how likely the row is right
) without rowid;

-- Where a tie is said.
-- kept: later
create table tie_receipts (
  tie text not null references ties (tie), -- tie
  doc text not null references documents (doc), -- document
  start integer not null,            -- first code point
  "end" integer not null,            -- one past the last
  primary key (tie, doc, start, "end")
) without rowid;
create index tie_receipts_by_doc on tie_receipts (doc);

-- A derivation: one document goes back to another, or both to one text outside the pile.
-- kept: collated
create table lineage (
  derived text not null references documents (doc), -- the later one
  origin text references documents (doc), -- where it comes from, null for a source outside the pile
  hidden_source text references hidden_sources (hidden_source), -- the hidden source it comes from, null for a document of the pile
  source_note text not null,         -- what decided dependence and direction, in words
  kind text not null check (kind in ('copy', 'excerpt', 'edited', 'spun', 'translated', 'rewrite', 'shared-source')), -- how
  coverage real not null check (coverage between 0 and 1), -- share of the derived text accounted for
  direction_score real not null check (direction_score between 0 and 1), -- how sure the direction is; 0.5 is unknown
  score real not null check (score between 0 and 1), -- how sure the dependence is
  origin_coverage real not null check (origin_coverage between 0 and 1), -- share of the origin's text that the derived document has
  parent boolean not null check (parent in (0, 1)) -- 1 when it is an edge of the family tree
);
create unique index lineage_once on lineage (derived, origin);
create unique index lineage_source_once on lineage (derived, hidden_source);
create index lineage_by_origin on lineage (origin);
create index lineage_by_source on lineage (hidden_source);

-- A text outside the pile from which several documents have what they share.
-- kept: collated
create table hidden_sources (
  hidden_source text primary key,    -- id
  source_note text not null,         -- what can be said of it, in words
  before text,                       -- ISO date that it is not younger than
  agency text,                       -- wire that all its documents credit, or null
  documents integer not null         -- documents that have it directly
) without rowid;

-- A passage in which the words of a hidden source stand, as far as they can be known.
-- kept: collated
create table hidden_passages (
  hidden_source text not null references hidden_sources (hidden_source), -- hidden source
  number integer not null,           -- 1, 2, 3 ... in the order of its text
  doc text not null references documents (doc), -- document
  start integer not null,            -- first code point
  "end" integer not null,            -- one past the last
  primary key (hidden_source, number)
) without rowid;
create index hidden_passages_by_doc on hidden_passages (doc);

-- A derived stretch and its origin.
-- kept: collated
create table alignments (
  derived text not null references documents (doc), -- derived document
  derived_start integer not null,    -- first code point there
  derived_end integer not null,      -- one past the last there
  origin text not null references documents (doc), -- origin document
  origin_start integer not null,     -- first code point there
  origin_end integer not null,       -- one past the last there
  kind text not null check (kind in ('verbatim', 'edited', 'rewritten')), -- how near they stand
  primary key (derived, derived_start, derived_end, origin, origin_start, origin_end)
) without rowid;
create index alignments_by_origin on alignments (origin);

-- Whom a document depends on, in three layers that are kept apart: whose text, publisher and wire
-- it shares. Families are what is counted.
-- kept: collated
create table families (
  doc text primary key references documents (doc), -- document
  family text not null,              -- family of one text, named after one of its documents
  publisher text,                    -- who owns the outlet; the outlet where no owner is known
  wire text                          -- wire agency credited or whose own text it is
) without rowid;
create index families_by_family on families (family);

-- Two documents of different families that quote the same utterance: what they share is what was
-- said, not how it was told.
-- kept: view
create view shared_quotations as
select
  a.doc as first,                    -- document
  b.doc as second,                   -- another, later in the alphabet
  count(distinct a.utterance) as utterances -- quoted in both
from statements a
join statements b on b.utterance = a.utterance and a.doc < b.doc
join families f on f.doc = a.doc
join families g on g.doc = b.doc and g.family <> f.family
where a.kind <> 'indirect' and b.kind <> 'indirect'
group by a.doc, b.doc;

-- A proposition on which sources differ.
-- kept: later
create table disputes (
  dispute text primary key,          -- id
  kind text not null check (kind in ('figure', 'denial', 'attribution', 'wording', 'assessment')), -- on what they differ
  subject text not null,             -- what it is about, in the sources' words
  documents integer not null,        -- documents that take part
  families integer not null          -- independent families among them
) without rowid;

-- One position in a dispute.
-- kept: later
create table positions (
  dispute text not null references disputes (dispute), -- dispute
  doc text not null references documents (doc), -- document
  start integer not null,            -- first code point
  "end" integer not null,            -- one past the last
  stance text not null check (stance in ('asserts', 'denies', 'reports')), -- stance
  value text,                        -- figure, date or wording held
  voice text not null,               -- 'author', or the speaker's actor
  primary key (dispute, doc, start, "end", stance)
) without rowid;
create index positions_by_doc on positions (doc);

-- Loaded wording about an actor.
-- kept: later
create table framing (
  doc text not null references documents (doc), -- document
  start integer not null,            -- first code point
  "end" integer not null,            -- one past the last
  actor text not null,               -- actor it is about
  polarity text not null check (polarity in ('positive', 'negative')), -- which way
  voice text not null check (voice in ('author', 'speaker')), -- whose wording
  primary key (doc, start, "end", actor)
) without rowid;

-- An input that could not be read, or only in part.
-- kept: view
create view failures as
select
  case member when '' then path else path || '!' || member end as path, -- file, with !member for a record
  code || ': ' || reason as reason, -- reason code and the reason in words
  code,                             -- reason code
  verdict,                          -- refused or partly
  run                               -- in which run
from inputs where verdict in ('refused', 'partly');

-- Documents that were deleted. Their receipts no longer hold.
-- kept: evidence
create table tombstones (
  doc text primary key,              -- document
  path text not null,                -- where it had been read from
  sha256 text not null,              -- of its text
  chars integer not null,            -- its length
  deleted text not null,             -- UTC, ISO 8601
  reason text not null               -- why, in the words of who deleted it
) without rowid;

-- An analyst's remark or correction, apart from all that was read.
-- kept: later
create table remarks (
  remark integer primary key,        -- 1, 2, 3 ...
  about text not null,               -- table it speaks of
  id text not null,                  -- row it speaks of
  author text not null,              -- who
  made text not null,                -- UTC, ISO 8601
  remark_text text,                  -- in words
  correction json                    -- JSON: columns and the values they should have
);

-- Full text of the documents.
-- kept: index
create virtual table documents_fts using fts5 (
  title, text, content = 'documents', content_rowid = 'rowid', tokenize = 'unicode61 remove_diacritics 2'
);

-- A document as those that come later are compared with it. This table and the next four find whom
-- a document may be related to without looking at the pile; they can be made again at any time.
-- kept: index
create table compared (
  number integer primary key,        -- rowid of the document
  place integer not null,            -- hash of its slug, by which holders are ranked
  skeletons blob not null            -- hashes of its sentences, eight bytes each
);
create index compared_by_place on compared (place);

-- Which documents hold a pair of rare words within a sentence.
-- kept: index
create table document_keys (
  key integer not null,              -- hash of the pair
  place integer not null,            -- of the document
  primary key (key, place)
) without rowid;

-- Which documents hold a sentence, whatever names and numbers stand in it.
-- kept: index
create table document_sentences (
  key integer not null,              -- hash of the sentence
  place integer not null,            -- of the document
  primary key (key, place)
) without rowid;

-- Sentences that are furniture of this pile, by their hash.
-- kept: index
create table stock_sentences (
  key integer primary key            -- hash of the sentence
);

-- Two documents of which one goes back to the other, as found from the two alone.
-- kept: index
create table dependent_pairs (
  first text not null,               -- document
  second text not null,              -- another, later in the alphabet
  found json not null,               -- the derivation
  primary key (first, second)
) without rowid;
create index dependent_pairs_by_second on dependent_pairs (second);

-- A statement as those that come later are compared with it.
-- kept: index
create table compared_statements (
  place integer not null,            -- hash of its id, by which holders are ranked
  statement text not null,           -- statement
  primary key (place, statement)
) without rowid;

-- Which statements hold a pair of telling words.
-- kept: index
create table statement_keys (
  key integer not null,              -- hash of the pair
  place integer not null,            -- of the statement
  primary key (key, place)
) without rowid;

-- Two statements that report one utterance, as found from the two alone.
-- kept: index
create table same_statements (
  first text not null,               -- statement
  second text not null,              -- another, later in the alphabet
  likeness real not null,            -- how alike they are worded
  primary key (first, second)
) without rowid;
create index same_statements_by_second on same_statements (second);
