"""What matching asks of the store: passages, postings and frequencies. Implements `model.matching.passage.Index`."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import batched
from typing import Any

from model.matching.passage import Passage, Witness
from model.records import REPORTING_KINDS, Article, Claim, Mention
from model.store.rows import article_of, claim_of, mention_of, sentence_of, split_sentence_id
from model.store.schema import StoreError
from model.store.text_index import SENTENCES_PER_ARTICLE, TextIndex
