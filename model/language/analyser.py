"""From documents to analyses: sentences by rule, then the pipeline, then the layers over it."""

from __future__ import annotations

import gc
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from model import pipelines
from model.analysis import Analysis, Document
from model.language import components
from model.language.chunks import Chunk, chunks_of, merged, tokenise
from model.language.sentences import sentences_of
from model.records import Article, Block, Sentence

#: Chunks that one call of a component sees: what peak memory hangs on.
CHUNKS_AT_ONCE = 16

#: Documents read in one go, and the code points after which a batch is full.
DOCUMENTS_AT_ONCE = 16
FULL_BATCH = 200_000

_SURROGATE = re.compile("[\ud800-\udfff]")


class Analyser:
    """Reads the language of documents with one pipeline.

    Loading takes about a second; an instance may be used again and again, by one thread at a time. It pickles
    as the name of its pipeline, so that a worker process loads its own. Memory is bounded by the longest
    document.
    """

    def __init__(self, pipeline: str | None = None) -> None:
        """`pipeline` names an installed spaCy pipeline or its directory; by default the shipped one.

        Raises model.pipelines.PipelineError if it cannot be used.
        """
        self._pipeline = pipeline
        self._nlp = pipelines.load(pipeline)
        self._layers = [self._nlp.create_pipe(name) for name in components.LAYERS]
        # What a pipeline is made of lives as long as the process: the collector need not walk it ever again.
        gc.freeze()

    def __reduce__(self) -> tuple[type[Analyser], tuple[str | None]]:
        return type(self), (self._pipeline,)

    def analyse(self, documents: Iterable[Document]) -> Iterator[Analysis]:
        """Analyses in the order of the documents, as a stream: no more than a batch is held at a time."""
        for batch in _batches(documents):
            # What a batch adds to the vocabulary is forgotten with it: a million articles cost what one batch
            # does.
            with self._nlp.memory_zone():
                analyses = self._analyse_batch(batch)
            yield from analyses

    def analyse_text(self, text: str) -> Analysis:
        """The analysis of words that come from no file: one body block, article id ``text-<hash>``."""
        return next(self.analyse([_ad_hoc(text)]))

    def _analyse_batch(self, batch: Sequence[Document]) -> list[Analysis]:
        sentences = [sentences_of(document.article.id, document.text, document.blocks) for document in batch]
        docs = self._whole_docs([_readable(document.text) for document in batch], sentences)
        return [self._with_layers(*parts) for parts in zip(batch, sentences, docs, strict=True)]

    def _whole_docs(self, texts: Sequence[str], sentences: Sequence[Sequence[Sentence]]) -> Iterator[Doc]:
        """One Doc for each text, read chunk by chunk; a text's chunks follow each other in the stream."""
        chunks = [list(chunks_of(*article)) for article in zip(texts, sentences, strict=True)]
        read = self._read(self._nlp, (pair for pair in zip(texts, chunks, strict=True)))
        for article in chunks:
            yield merged(list(islice(read, len(article))), self._nlp)

    @staticmethod
    def _read(nlp: Language, articles: Iterable[tuple[str, Sequence[Chunk]]]) -> Iterator[Doc]:
        """Docs of all chunks in order; only those that are to be read pass through the pipeline."""
        waiting: list[tuple[Doc, bool]] = []
        for text, chunks in articles:
            for chunk in chunks:
                waiting.append((tokenise(nlp, text, chunk), chunk.read))
                if len(waiting) == CHUNKS_AT_ONCE:
                    yield from _piped(nlp, waiting)
                    waiting = []
        yield from _piped(nlp, waiting)

    def _with_layers(self, document: Document, sentences: tuple[Sentence, ...], doc: Doc) -> Analysis:
        doc._.article, doc._.blocks, doc._.sentences = document.article, document.blocks, sentences
        for layer in self._layers:
            doc = layer(doc)
        return Analysis(document, sentences, doc._.mentions, doc._.claims)


def _piped(nlp: Language, docs: Sequence[tuple[Doc, bool]]) -> Iterator[Doc]:
    read = nlp.pipe((doc for doc, is_read in docs if is_read), batch_size=CHUNKS_AT_ONCE)
    for doc, is_read in docs:
        yield next(read) if is_read else doc


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    length = 0
    for document in documents:
        batch.append(document)
        length += len(document.text)
        if len(batch) == DOCUMENTS_AT_ONCE or length >= FULL_BATCH:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch


def _readable(text: str) -> str:
    """`text` with lone surrogates replaced one for one: spaCy keeps its strings as UTF-8, which has none."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def _ad_hoc(text: str) -> Document:
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    name = f"text-{sha256[:12]}"
    article = Article(name, None, None, None, None, None, None, (), "en", None, len(text), sha256, text)
    blocks = (Block(name, 0, len(text), "body", None),) if text.strip() else ()
    return Document(article, blocks)
